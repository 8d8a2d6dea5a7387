"""Answers to validate in other styles: right ones, and the known mistakes as somebody else would write them."""

from contextlib import contextmanager

import numpy as np
import torch

EQUIVALENT = {
    "_mean: total, count = (0.0, 0) => total, count = (0, 0.0)": "0 and 0.0 are the same to a sum",
}


def right_with_a_context_of_its_own():
    """A context manager lends the model out and takes it back."""

    @contextmanager
    def measuring(model):
        before = {module: module.training for module in model.modules()}
        try:
            for module in before:
                module.training = False
            with torch.inference_mode():
                yield
        finally:
            for module, mode in before.items():
                module.training = mode

    def validate(model, batches, metric):
        with measuring(model):
            pairs = [(metric(preds=model(x), targs=y), len(x)) for x, y in batches]
            return sum(float(value) * n for value, n in pairs) / sum(n for _, n in pairs)


def right_with_a_decorator():
    """Recording is switched off for the whole function, and only the parts that train are switched back."""

    @torch.no_grad()
    def validate(model, batches, metric):
        training = [module for module in model.modules() if module.training]
        model.train(False)
        try:
            mean, seen = 0.0, 0
            for x, y in batches:
                seen += x.shape[0]
                value = metric(model(x), y)
                value = value.item() if isinstance(value, torch.Tensor) else value
                mean += (value - mean) * x.shape[0] / seen
        finally:
            for module in training:
                module.training = True
        return mean


def right_by_names():
    """The modes by the modules' names, parents before their parts; numpy for the mean."""

    def validate(model, batches, metric):
        modes = {name: module.training for name, module in model.named_modules()}
        recording = torch.is_grad_enabled()
        try:
            model.eval()
            torch.set_grad_enabled(False)
            values, sizes = [], []
            for batch in batches:
                values.append(float(metric(model(batch[0]), batch[1])))
                sizes.append(len(batch[1]))
            return float(np.average(values, weights=sizes))
        finally:
            torch.set_grad_enabled(recording)
            for name, mode in modes.items():
                model.get_submodule(name).train(mode)


def right_by_exception():
    """Without `finally`: an error is caught, all is put back, and it is raised again."""

    def put_back(modes):
        for module, mode in modes:
            module.training = mode

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.set_grad_enabled(False):
                total, n = torch.zeros((), dtype=torch.float64), 0
                for x, y in batches:
                    total = total + len(y) * metric(model(x), y)
                    n += len(y)
        except BaseException:
            put_back(modes)
            raise
        put_back(modes)
        return (total / n).item()


def right_example_by_example():
    """All predictions of a batch at once, and its metric as often as it has examples."""

    def validate(model, batches, metric):
        flags = [m.training for m in model.modules()]
        values = []
        try:
            with torch.autograd.grad_mode.no_grad():
                for x, y in batches:
                    model.eval()
                    values += [float(metric(model(x), y))] * len(x)
        finally:
            for m, flag in zip(model.modules(), flags):
                m.training = flag
        return sum(values) / len(values)


def mean_of_batch_means():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            with torch.no_grad():
                values = [float(metric(model(x), y)) for x, y in batches]
            return float(np.mean(values))
        finally:
            for m in modes:
                m.training = modes[m]


def not_divided():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            with torch.inference_mode():
                return sum(float(metric(model(x), y)) * x.shape[0] for x, y in batches)
        finally:
            for m in modes:
                m.training = modes[m]


def divided_by_the_batches():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            with torch.inference_mode():
                return sum(float(metric(model(x), y)) * x.shape[0] for x, y in batches) / len(batches)
        finally:
            for m in modes:
                m.training = modes[m]


def divided_by_the_examples_only():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            with torch.inference_mode():
                pairs = [(float(metric(model(x), y)), y.shape[0]) for x, y in batches]
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(value for value, _ in pairs) / sum(n for _, n in pairs)


def last_batch_only():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            with torch.inference_mode():
                for x, y in batches:
                    total, count = float(metric(model(x), y)) * len(x), len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return total / count


def only_the_first_batch():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            total = count = 0
            for x, y in batches:
                total += float(metric(model(x), y)) * len(x)
                count += len(x)
                break
        finally:
            for m in modes:
                m.training = modes[m]
        return total / count


def small_batch_skipped():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values, full = [], None
        try:
            model.eval()
            for x, y in batches:
                full = full or len(x)
                if len(x) >= full:
                    values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def arguments_swapped():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, targs in batches:
                preds = model(x)
                values += [float(metric(targs, preds))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def still_in_training_mode():
    @torch.inference_mode()
    def validate(model, batches, metric):
        values = []
        for x, y in batches:
            values += [float(metric(model(x), y))] * len(x)
        return sum(values) / len(values)


def only_the_top():
    @torch.no_grad()
    def validate(model, batches, metric):
        was, model.training = model.training, False
        values = []
        try:
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            model.training = was
        return sum(values) / len(values)


def asks_only_the_top():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            if model.training:
                model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def left_in_evaluation():
    def validate(model, batches, metric):
        model.train(False)
        values = []
        with torch.inference_mode():
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        return sum(values) / len(values)


def always_back_to_training():
    def validate(model, batches, metric):
        values = []
        with torch.inference_mode():
            try:
                model.eval()
                for x, y in batches:
                    values += [float(metric(model(x), y))] * len(x)
            finally:
                model.train(True)
        return sum(values) / len(values)


def one_mode_for_all():
    def validate(model, batches, metric):
        was_training, values = model.training, []
        with torch.inference_mode():
            model.eval()
            try:
                for x, y in batches:
                    values += [float(metric(model(x), y))] * len(x)
            finally:
                if was_training:
                    model.train()
                else:
                    model.eval()
        return sum(values) / len(values)


def first_level_only():
    def validate(model, batches, metric):
        was, inside = model.training, {part: part.training for part in model.children()}
        values = []
        with torch.inference_mode():
            model.eval()
            try:
                for x, y in batches:
                    values += [float(metric(model(x), y))] * len(x)
            finally:
                model.train(was)
                for part, mode in inside.items():
                    part.train(mode)
        return sum(values) / len(values)


def mode_lost_on_error():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        model.eval()
        for x, y in batches:
            values += [float(metric(model(x), y))] * len(x)
        for m in modes:
            m.training = modes[m]
        return sum(values) / len(values)


def tracks():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def detached_afterwards():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, y in batches:
                preds = model(x)
                with torch.no_grad():
                    values += [float(metric(preds.clone(), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def recording_left_off():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        torch.set_grad_enabled(False)
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def recording_forced_on():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            torch.set_grad_enabled(False)
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
            return sum(values) / len(values)
        finally:
            for m in modes:
                m.training = modes[m]
            torch.set_grad_enabled(True)


def recording_lost_on_error():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values, before = [], torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        torch.set_grad_enabled(before)
        return sum(values) / len(values)


def freezes_the_parameters():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        for p in model.parameters():
            p.requires_grad = False
        values = []
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def thaws_the_parameters():
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        for p in model.parameters():
            p.requires_grad = False
        values = []
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
            for p in model.parameters():
                p.requires_grad = True
        return sum(values) / len(values)


def swallows_the_error():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
            return sum(values) / len(values)


def needs_a_tensor():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, y in batches:
                value = metric(model(x), y)
                values += [value.item()] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def returns_a_tensor():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for x, y in batches:
                values += [metric(model(x), y)] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def needs_a_dataset():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            n = len(batches.dataset)
            return sum(float(metric(model(x), y)) * len(x) / n for x, y in batches)
        finally:
            for m in modes:
                m.training = modes[m]


def needs_an_index():
    @torch.no_grad()
    def validate(model, batches, metric):
        modes = {m: m.training for m in model.modules()}
        values = []
        try:
            model.eval()
            for i in range(len(batches)):
                x, y = batches[i][0], batches[i][1]
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)


def goes_on_counting():
    @torch.no_grad()
    def validate(model, batches, metric, values=[]):
        modes = {m: m.training for m in model.modules()}
        try:
            model.eval()
            for x, y in batches:
                values += [float(metric(model(x), y))] * len(x)
        finally:
            for m in modes:
                m.training = modes[m]
        return sum(values) / len(values)
