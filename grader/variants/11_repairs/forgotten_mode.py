"""Answers to evaluate in other styles: right ones, and the known mistakes as somebody else would write them."""

import copy

import torch
from torch import nn

EQUIVALENT = {}


def right_by_names():
    """Each module's mode is kept by its name."""

    def evaluate(model, batches):
        before = {name: module.training for name, module in model.named_modules()}
        model.train(False)
        try:
            with torch.inference_mode():
                hits = [model(xb).argmax(1).eq(yb) for xb, yb in batches]
        finally:
            for name, module in model.named_modules():
                module.training = before[name]
        return torch.cat(hits).double().mean().item()


def right_on_a_copy():
    """A copy is judged, so the model itself is never touched."""

    def evaluate(model, batches):
        judged = copy.deepcopy(model).eval()
        right = total = 0
        with torch.no_grad():
            for xb, yb in batches:
                found = judged(xb).max(dim=1).indices
                right += int((found == yb).sum())
                total += yb.numel()
        return right / total


def right_by_list_of_those_that_train():
    """Only modules that were in training mode have to be put back."""

    @torch.no_grad()
    def evaluate(model, batches):
        training = [module for module in model.modules() if module.training]
        model.eval()
        right, total = 0.0, 0
        for batch in batches:
            x, y = batch
            right += float((torch.argmax(model(x), dim=-1) == y).float().sum())
            total += x.shape[0]
        for module in training:
            module.training = True
        return right / total


def right_by_one_at_a_time():
    """Plain Python over the single examples' scores."""

    def evaluate(model, batches):
        flags = []
        for module in model.modules():
            flags.append(module.training)
            module.training = False
        outcomes = []
        for xb, yb in batches:
            with torch.no_grad():
                scores = model(xb).tolist()
            outcomes += [row.index(max(row)) == label for row, label in zip(scores, yb.tolist())]
        for module, flag in zip(model.modules(), flags):
            module.training = flag
        return sum(outcomes) / len(outcomes)


def right_by_recursion():
    """A helper walks down, and another walks down again."""

    def _switched_off(module):
        mode, module.training = module.training, False
        return mode, [_switched_off(child) for child in module.children()]

    def _restore(module, kept):
        module.training, below = kept
        for child, one in zip(module.children(), below):
            _restore(child, one)

    def evaluate(model, batches):
        kept = _switched_off(model)
        with torch.no_grad():
            right = sum((model(xb).argmax(dim=1) == yb).sum().item() for xb, yb in batches)
        _restore(model, kept)
        return right / sum(len(yb) for _, yb in batches)


def right_batch_by_batch():
    """The mode is changed and put back for every batch, and recording too."""

    def evaluate(model, batches):
        right, count = 0, 0
        for xb, yb in batches:
            modes = [m.training for m in model.modules()]
            grad = torch.is_grad_enabled()
            model.eval()
            torch.set_grad_enabled(False)
            scores = model(xb)
            torch.set_grad_enabled(grad)
            for m, mode in zip(model.modules(), modes):
                m.training = mode
            right += (scores.argmax(dim=1) == yb).sum().item()
            count += len(yb)
        return right / count


def still_learning():
    def evaluate(model, batches):
        with torch.no_grad():
            hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        return torch.cat(hits).double().mean().item()


def left_in_evaluation_mode():
    @torch.no_grad()
    def evaluate(model, batches):
        model.train(False)
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        return torch.cat(hits).double().mean().item()


def always_back_to_training():
    @torch.no_grad()
    def evaluate(model, batches):
        for module in model.modules():
            module.training = False
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for module in model.modules():
            module.training = True
        return torch.cat(hits).double().mean().item()


def mode_of_the_top_for_all():
    @torch.no_grad()
    def evaluate(model, batches):
        before = model.training
        model.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        if before:
            model.train()
        return torch.cat(hits).double().mean().item()


def only_the_top_flag():
    @torch.no_grad()
    def evaluate(model, batches):
        before, model.training = model.training, False
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        model.training = before
        return torch.cat(hits).double().mean().item()


def only_the_children():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [model.training, *(part.training for part in model.children())]
        model.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for part, mode in zip([model, *model.children()], before):
            part.train(mode)
        return torch.cat(hits).double().mean().item()


def only_known_layers():
    @torch.no_grad()
    def evaluate(model, batches):
        known = [m for m in model.modules() if type(m) in (nn.Dropout, nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm)]
        before = [m.training for m in known]
        for m in known:
            m.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(known, before):
            m.train(mode)
        return torch.cat(hits).double().mean().item()


def last_batch_lost():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        size = len(batches[0][1])
        hits = [model(xb).argmax(1) == yb for xb, yb in batches if len(yb) == size]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().mean().item()


def mean_of_batch_shares():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        total = 0.0
        for xb, yb in batches:
            total += (model(xb).argmax(1) == yb).double().mean().item()
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return total / len(batches)


def tracks_the_answers():
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        hits = [model(xb).detach().argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().mean().item()


def recording_never_resumed():
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        torch.autograd.set_grad_enabled(False)
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().mean().item()


def parameters_frozen():
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        for p in model.parameters():
            p.requires_grad = False
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().mean().item()


def tensor_not_number():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).float().mean()


def smallest_logit():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        hits = [(-model(xb)).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().mean().item()


def share_of_mistakes():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return 1 - torch.cat(hits).double().mean().item()


def counts_the_right_ones():
    @torch.no_grad()
    def evaluate(model, batches):
        before = [m.training for m in model.modules()]
        model.eval()
        hits = [model(xb).argmax(1) == yb for xb, yb in batches]
        for m, mode in zip(model.modules(), before):
            m.training = mode
        return torch.cat(hits).double().sum().item()
