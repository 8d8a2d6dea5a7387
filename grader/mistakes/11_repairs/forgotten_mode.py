"""Known wrong answers to `evaluate`, half repairs among them. Each docstring is what the learner is told."""

import torch
from torch import nn


def still_learning():
    """While it is being judged, the model behaves as if it were being trained.

    Some layers do one thing while learning and another in earnest. In the lesson's example, batch norm
    takes the mean of whatever lies in the batch, 2, away from 1, 2 and 3, where it should take away the 0
    that it has learnt. And it goes on learning: what it keeps of the examples it has seen changes with
    every call. How does a layer know which of the two is wanted? Print `model.training` inside your loop.
    """

    def evaluate(model, batches):
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        return right / count


def left_in_evaluation_mode():
    """The number is right now, but the model stays in evaluation mode.

    Somebody who looks at the accuracy after each epoch goes on training with what you leave behind. From
    then on dropout drops nothing, and batch norm learns nothing new, and nobody sees why. It is like
    borrowing a bicycle and giving it back with the saddle at your own height. Note which mode each part
    was in before you change it, and restore that.
    """

    def evaluate(model, batches):
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        return right / count


def always_back_to_training():
    """Afterwards the whole model is in training mode, whether it was before or not.

    A model may come in evaluation mode: it is finished, and somebody tests it twice. After your call it
    would give other answers than before. And some people keep a part in evaluation mode on purpose while
    the rest learns. Everything was switched on, also what was off. "As it was" has to be noted
    beforehand, for each module.
    """

    def evaluate(model, batches):
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        model.train()
        return right / count


def mode_of_the_top_for_all():
    """You remember the model's own mode, and give it to all its parts.

    `model.train(mode)` sets the flag of the model and of everything inside it. If all had the same mode
    before, that is right. But with a batch norm layer in evaluation mode inside a model in training mode,
    both come out in training mode. Each module has a flag of its own, so one remembered value is not
    enough. Remember one for each.
    """

    def evaluate(model, batches):
        mode = model.training
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        model.train(mode)
        return right / count


def only_the_top_flag():
    """Only the model's own flag is set, and the layers inside do not hear of it.

    `model.training = False` changes one flag, that of the outermost module. Dropout and batch norm do not
    ask the model, each looks at its own flag, and that still says True. So the number comes out as wrong
    as before. A model is like a box with boxes inside: the message has to reach them all. There is a
    method that does that.
    """

    def evaluate(model, batches):
        mode = model.training
        model.training = False
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        model.training = mode
        return right / count


def only_the_children():
    """The parts that lie directly in the model get their mode back, but not the parts inside these.

    `model.children()` goes one level deep. In a model that is a row of blocks, it gives the blocks, and
    not the layers in them. If a block was in training mode and a layer of it was not, one of the two
    comes back wrong. You need a walk through the model itself and everything inside, however deep.
    `children()` has a relative that does it.
    """

    def evaluate(model, batches):
        top, modes = model.training, [(part, part.training) for part in model.children()]
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        model.train(top)
        for part, mode in modes:
            part.train(mode)
        return right / count


def only_known_layers():
    """Batch norm and dropout are put into evaluation mode, but no other layer is.

    You ask each layer whether it is of a kind that you know. But anybody can write a module whose answers
    depend on `self.training`, and PyTorch has more of them than these. They still behave as in training.
    The flag is the same for all modules, so there is no need to know their kinds. Let it reach every one.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        for module in model.modules():
            if isinstance(module, nn.BatchNorm1d | nn.BatchNorm2d | nn.Dropout):
                module.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def last_batch_lost():
    """The last, smaller batch is left out.

    Twelve examples in batches of 5 make two full batches and one of 2. If that is skipped, the share is
    one of 10 examples, and the other 2 never count. With all of them right and 7 of the 10, you say 0.7,
    and the truth is 9 / 12 = 0.75. The program as it came counted all batches. Keep that.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches[:-1]:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
                count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def mean_of_batch_shares():
    """Each batch has the same say, however many examples it holds.

    A batch of 5 with 4 right has the share 0.8, one of 2 with none right has 0. The mean of the two is
    0.4. But 4 of 7 examples are right, and that is 0.571. A small last batch would count far too much.
    The program as it came added up how many were right and how many there were, and divided once, at the
    end.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        shares = []
        with torch.no_grad():
            for xb, yb in batches:
                shares.append((model(xb).argmax(dim=1) == yb).float().mean().item())
        for module, mode in modes:
            module.training = mode
        return sum(shares) / len(shares)


def tracks_the_answers():
    """The modes are right, but the model's calculations are recorded for gradients.

    Evaluation mode is about dropout and batch norm. It does not stop PyTorch from recording: those are
    two switches, and the program as it came had the second one set. With it gone, every number of every
    layer is kept for a `backward()` that never comes, which costs memory and time. Take both: the mode,
    and the block without recording.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        right, count = 0, 0
        for xb, yb in batches:
            right += (model(xb).argmax(dim=1) == yb).sum().item()
            count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def recording_never_resumed():
    """PyTorch's recording is switched off for the whole program, and not on again.

    After `torch.set_grad_enabled(False)` nothing is recorded, in no model, until somebody switches it on.
    The next training step then stops with an error, far away from here. It is the same as with the modes:
    what you change for a moment has to be as it was when you leave. A `with` block does that by itself,
    as in the program as it came.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        torch.set_grad_enabled(False)
        right, count = 0, 0
        for xb, yb in batches:
            right += (model(xb).argmax(dim=1) == yb).sum().item()
            count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def parameters_frozen():
    """The parameters are told not to record any more, and stay like that.

    `requires_grad_(False)` on the model keeps PyTorch from recording, but it is written into the model
    and outlives the call. The next `backward()` finds no parameter that wants a gradient, and training
    stands still. The recording should pause while you look, and the model should stay as it is. The block
    in the program as it came did just that.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval().requires_grad_(False)
        right, count = 0, 0
        for xb, yb in batches:
            right += (model(xb).argmax(dim=1) == yb).sum().item()
            count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def tensor_not_number():
    """A tensor comes back, where a plain number was asked for.

    `evaluate` gives a float, 0.75. A tensor with 0.75 in it prints as `tensor(0.7500)`, does not go into
    a report or a file without more ado, and two of them cannot be sorted into a table with plain numbers.
    The program as it came took the number out with `.item()`. Keep that.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        right, count = torch.zeros(()), 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum()
                count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def smallest_logit():
    """You ask for the class with the smallest logit, and not for the largest.

    A logit is a score: the more likely the model thinks a class, the higher it is. Of the logits -1.0,
    2.0 and 0.5 the second is the largest, so the answer is class 1. You take class 0, which the model
    thinks the least likely. A good model then looks worse than guessing. The program as it came asked for
    the largest. Keep that.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        right, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmin(dim=1) == yb).sum().item()
                count += len(yb)
        for module, mode in modes:
            module.training = mode
        return right / count


def share_of_mistakes():
    """You give the share of the examples that are wrong, and not of those that are right.

    If 9 of 12 are right, the accuracy is 9 / 12 = 0.75, and you say 0.25. Both tell the same story, but
    here a larger number is to mean a better model. Whoever keeps the model with the highest accuracy
    would keep the worst one. The program as it came counted where answer and label are equal. Keep that.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        wrong, count = 0, 0
        with torch.no_grad():
            for xb, yb in batches:
                wrong += (model(xb).argmax(dim=1) != yb).sum().item()
                count += len(yb)
        for module, mode in modes:
            module.training = mode
        return wrong / count


def counts_the_right_ones():
    """How many are right comes back, and not which share of all.

    9 of 12 is a share of 0.75. The 9 alone says nothing: it is good among 10, and bad among 1000. The
    program as it came divided by the number of examples at the end. Keep that line.
    """

    def evaluate(model, batches):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        right = 0
        with torch.no_grad():
            for xb, yb in batches:
                right += (model(xb).argmax(dim=1) == yb).sum().item()
        for module, mode in modes:
            module.training = mode
        return float(right)
