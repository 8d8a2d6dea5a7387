"""Answers to train_epoch in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch

EQUIVALENT = {
    "train_epoch: total, count = (0.0, 0) => total, count = (0, 0.0)": "0 and 0.0 are the same to a sum",
}


def right_clears_after_the_step():
    """The model is cleared before the loop, and then after each step."""

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        model.zero_grad()
        sums, sizes = [], []
        for xb, yb in batches:
            preds = model(xb)
            loss = loss_fn(preds, yb)
            loss.backward()
            optimizer.step()
            model.zero_grad(set_to_none=True)
            sums.append(float(loss) * xb.shape[0])
            sizes.append(xb.shape[0])
        return sum(sums) / sum(sizes)


def right_by_closure():
    """The optimizer gets a function that computes loss and gradients."""

    def train_epoch(model, batches, loss_fn, optimizer):
        seen = []

        def work(xb, yb):
            def closure():
                optimizer.zero_grad(set_to_none=False)
                loss = loss_fn(model(xb), yb)
                loss.backward()
                seen.append((loss.item(), yb.size(0)))
                return loss

            return closure

        model.train(True)
        for xb, yb in batches:
            optimizer.step(work(xb, yb))
        losses, sizes = np.array(seen).T
        return float(np.average(losses, weights=sizes))


def right_with_a_running_mean():
    """The mean is moved towards each batch, by the share that the batch has of all that was seen."""

    def train_epoch(model, batches, loss_fn, optimizer):
        for module in model.modules():
            module.training = True
        mean, seen = 0.0, 0
        for batch in batches:
            x, targets = batch
            for p in model.parameters():
                p.grad = None
            loss = loss_fn(preds=model(x), targs=targets)
            loss.backward()
            optimizer.step()
            seen += len(targets)
            mean += (loss.item() - mean) * len(targets) / seen
        return mean


def right_with_detached_tensors():
    """Tensors are added, but without their graphs, and the number is taken out at the end."""

    def train_epoch(model, batches, loss_fn, optimizer):
        total = torch.zeros((), dtype=torch.float64)
        n = torch.tensor(0)
        for xb, yb in batches:
            model.train()
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.detach().double() * xb.size(0)
            n += xb.size(0)
        model.train()
        return (total / n).item()


def right_with_gradients_put_in():
    """The gradients are asked for and put where the optimizer looks for them."""

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        params = [p for p in model.parameters() if p.requires_grad]
        pairs = list(batches)
        weighted = 0.0
        for xb, yb in pairs:
            loss = loss_fn(model(xb), yb)
            for p, grad in zip(params, torch.autograd.grad(loss, params)):
                p.grad = grad
            optimizer.step()
            weighted += loss.item() * len(yb)
        return weighted / sum(len(yb) for _, yb in pairs)


def right_in_two_functions():
    """One function for a batch, and a sum over a generator."""

    def train_batch(model, xb, yb, loss_fn, optimizer):
        loss = loss_fn(model(xb), yb)
        for p in model.parameters():
            if p.grad is not None:
                p.grad.zero_()
        loss.backward()
        optimizer.step()
        return loss.detach().numpy() * len(xb), len(xb)

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        pairs = [train_batch(model, xb, yb, loss_fn, optimizer) for xb, yb in batches]
        return float(sum(loss for loss, _ in pairs) / sum(n for _, n in pairs))


def no_zeroing():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses, sizes = [], []
        for x, y in batches:
            preds = model(x)
            loss = loss_fn(preds, y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item() * x.shape[0])
            sizes.append(x.shape[0])
        return sum(losses) / sum(sizes)


def zeroed_once():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.zero_grad()
        model.train()
        losses = []
        for x, y in batches:
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return float(np.mean(losses))


def zeroed_before_the_step():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            optimizer.step()
            loss.backward()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def step_before_backward():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            preds = model(x)
            optimizer.step()
            model.zero_grad()
            loss = loss_fn(preds.clone(), y)
            loss.backward()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def one_batch_late():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            optimizer.step()
            for p in model.parameters():
                p.grad = None
            loss = loss_fn(model(x), y)
            loss.backward()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def leftovers_count():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            for p in model.parameters():
                p.grad = None
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def one_step_an_epoch():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        model.zero_grad()
        losses = []
        for x, y in batches:
            loss = loss_fn(model(x), y)
            loss.backward()
            losses += [float(loss)] * len(x)
        optimizer.step()
        model.zero_grad()
        return sum(losses) / len(losses)


def only_the_first_batch():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0, 0
        for x, y in batches:
            model.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x)
            count += len(x)
            return total / count


def steps_by_hand():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            params = list(model.parameters())
            loss = loss_fn(model(x), y)
            grads = torch.autograd.grad(loss, params)
            for p, g in zip(params, grads):
                p.data.sub_(0.1 * g)
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def arguments_swapped():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, targs in batches:
            preds = model(x)
            loss = loss_fn(targs, preds)
            model.zero_grad()
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def small_batch_skipped():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses, full = [], None
        for x, y in batches:
            full = full or x.shape[0]
            if x.shape[0] == full:
                loss = loss_fn(model(x), y)
                model.zero_grad()
                loss.backward()
                optimizer.step()
                losses.append(loss.item())
        return sum(losses) / len(losses)


def mean_of_batch_means():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total = 0.0
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        return total / len(batches)


def sum_of_batch_means():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(float(loss.detach()))
        return sum(losses)


def divided_by_the_batches():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        sums = []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            sums.append(loss.item() * y.shape[0])
        return float(np.mean(sums))


def divided_by_the_examples_only():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses, examples = [], 0
        for x, y in batches:
            examples += len(y)
            model.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return sum(losses) / examples


def last_loss():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        running = 0.0
        for x, y in batches:
            model.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            running = loss.item() * len(x) / len(x)
        return running


def measured_after_the_step():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            loss = loss_fn(model(x), y)
            model.zero_grad()
            loss.backward()
            optimizer.step()
            loss = loss_fn(model(x), y)
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def goes_on_counting():
    def train_epoch(model, batches, loss_fn, optimizer, losses=[]):
        model.train()
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def returns_a_tensor():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.detach()] * len(x)
        return torch.stack(losses).mean()


def keeps_every_graph():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses, sizes = [], []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss)
            sizes.append(len(x))
        return sum(loss.item() * n for loss, n in zip(losses, sizes)) / sum(sizes)


def keeps_the_last_graph():
    last = {}

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            optimizer.zero_grad()
            last["preds"] = model(x)
            loss = loss_fn(last["preds"], y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def not_in_training_mode():
    def train_epoch(model, batches, loss_fn, optimizer):
        losses = []
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def only_the_top():
    def train_epoch(model, batches, loss_fn, optimizer):
        losses = []
        for x, y in batches:
            setattr(model, "training", True)
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
        return sum(losses) / len(losses)


def back_to_evaluation():
    def train_epoch(model, batches, loss_fn, optimizer):
        losses = []
        for x, y in batches:
            model.train()
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(x)
            model.train(False)
        return sum(losses) / len(losses)


def needs_a_dataset():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        n, total = len(batches.dataset), 0.0
        for x, y in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x)
        return total / n


def needs_an_index():
    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses, place = [], 0
        while place < len(batches):
            optimizer.zero_grad()
            loss = loss_fn(model(batches[place][0]), batches[place][1])
            loss.backward()
            optimizer.step()
            losses += [loss.item()] * len(batches[place][0])
            place += 1
        return sum(losses) / len(losses)
