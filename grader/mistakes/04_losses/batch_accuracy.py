"""Known wrong answers to `batch_accuracy`. Each docstring is what the learner is told."""

SYMPTOMS = {"counts": "counts", "no_mean": "no_mean", "whole_division": "whole_division"}


def counts():
    """You count the right answers, but do not divide by how many there are.

    3 right answers out of 5 should give 0.6. You give 3. A count cannot be compared between batches: 3
    is good out of 3 and bad out of 64. The share can, it always lies between 0 and 1. Divide by the
    number of elements, or average instead of adding.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).float().sum()


def no_threshold():
    """You compare the probabilities with the targets directly, and they are never equal.

    0.9 is not 1, and 0.2 is not 0, so hardly any answer counts as right, however good the model is. A
    probability has to become an answer first: 1 if it is above 0.5, and 0 otherwise. For 0.9, 0.4 and
    0.7 that is 1, 0 and 1. Those you can compare with the targets.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds == targs).float().mean()


def whole_division():
    """Your accuracy is 0 unless every single answer is right: the fraction is lost.

    With 3 right answers out of 5 it should be 0.6, and you give 0. The usual reason is a division with
    `//`: 3 // 5 is 0, because 5 goes into 3 zero times. Turning the share into a whole number does the
    same, and so does asking whether *all* answers are equal to the targets, as `torch.equal` does.
    Compare one by one, and keep the fraction: 3 / 5 is 0.6.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (((preds > 0.5) == targs).sum() // targs.numel()).float()


def sigmoid_again():
    """All your answers are 1, as if every probability were above the limit.

    So what you report is the share of ones among the targets. There are two usual ways to get there. Either you
    send the probabilities through the sigmoid again: that of any positive number is above 0.5, even that of 0.1
    is 0.525. Or you ask whether they are above 0. Both are right for the raw answers of a model, which may be
    negative. The predictions here are probabilities already, between 0 and 1. Compare them with 0.5 just as they
    are.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds.sigmoid() > 0.5) == targs).float().mean()


def broadcasts():
    """Different shapes are not refused, so each answer is compared with each target.

    Answers of shape (5, 1) against targets of shape (5,) give a table of 25 comparisons. Their average
    is mostly near 0.5, whatever the model does. It looks as if the model had learnt nothing, and people
    search for days. Compare the shapes first, and raise a `ValueError` with both of them if they
    differ.
    """

    def batch_accuracy(preds, targs):
        return ((preds > 0.5) == targs).float().mean()


def asserts_the_shapes():
    """You refuse different shapes with an `assert`, but a `ValueError` was asked for.

    An `assert` says "this can never happen in my own code". It raises an `AssertionError`, and Python
    leaves such lines out when it is started with `-O`: then (5, 1) against (5,) goes through after all.
    Tensors that do not fit come from whoever calls you, and can come at any time. For that there is
    `ValueError`. Ask with `if`, and raise one that says both shapes.
    """

    def batch_accuracy(preds, targs):
        assert preds.shape == targs.shape
        return ((preds > 0.5) == targs).float().mean()


def half_counts_as_one():
    """A probability of exactly 0.5 becomes the answer 1; the contract says 0.

    Exactly in the middle the model has no opinion, and somebody has to decide. Here it was decided that
    only what is *above* 0.5 is a 1. So 0.5 with target 0 is right, and with target 1 wrong. Look at
    your comparison, and ask what it says about 0.5 and 0.5.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds >= 0.5) == targs).float().mean()


def error_rate():
    """You give the share of wrong answers.

    With 3 of 5 answers right, the accuracy is 0.6, and you give 0.4. That is the error rate, a useful
    number as well, but a good model has a high accuracy and a low error rate, and whoever reads it must
    know which one it is. Count where answer and target agree, not where they differ.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) != targs).float().mean()


def share_of_ones():
    """You give the share of predictions above 0.5; the targets are not used.

    That says how often the model answers 1, not how often it is right. A model that always says 1 would
    have the accuracy 1.0. The step in the middle is missing: compare each answer with its target, and
    average those comparisons. With the answers 1, 0, 1 and the targets 1, 0, 0 there are 2 right out of
    3.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds > 0.5).float().mean()


def ones_only():
    """You count only the ones that were found; zeros that were found are right answers too.

    Multiplying answer and target gives 1 only where both are 1. An answer of 0 with target 0 is just as
    right, but 0 times 0 is 0. For the answers 1, 0, 0 and the targets 1, 0, 1 two of three are right,
    and you give one third. Ask whether answer and target are equal.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) * targs).float().mean()


def divided_by_rows():
    """You divide by the number of rows, not by the number of answers.

    `len` of a tensor is the length of its first axis. For shape (5,) and (5, 1) that is right by luck.
    In shape (3, 4) there are 12 answers, `len` says 3, and 9 right ones give an accuracy of 3.0. A
    tensor of shape () has no `len` at all. Averaging over everything needs no counting, and works for
    any shape.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).float().sum() / len(preds)


def plain_number():
    """The number is right, but it is a Python float and not a tensor.

    `.item()` and `float()` take the number out of its tensor. The contract asks for a float tensor of
    shape (), like the losses of this chapter, so that code that collects losses and metrics can treat
    them alike: `torch.stack` on a list of them, for example, wants tensors. Averaging gives such a
    tensor by itself. Return it as it is.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).float().mean().item()


def no_mean():
    """You give right or wrong for each answer, not the share of right ones.

    For five predictions you give five numbers: 1, 1, 0, 1, 0. They are correct, and the accuracy is one
    step away: their average, 3 / 5 = 0.6. A metric is for reading at a glance, so it has to be one
    number. Average over everything, and give a tensor of shape ().
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).float()


def bools_not_averaged():
    """You average True and False directly, and PyTorch refuses.

    They count as 1 and 0, but a tensor of bools has no average in PyTorch, because the result would not
    be a bool: the average of True and False is 0.5. PyTorch does not choose a type for you and stops
    with an error. Turn the comparisons into floats first, as in the lesson's last example, and average
    those.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).mean()


def percent():
    """You give a percentage, from 0 to 100, but a share from 0 to 1 was asked for.

    For 3 right answers out of 5 you give 60, and the share is 0.6. Both mean the same to a reader, but
    not to the code that comes after it: it compares with 0.97, or prints with a percent sign of its
    own. Leave out the factor of 100. Formatting belongs where things are printed.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return 100 * ((preds > 0.5) == targs).float().mean()


def float64_result():
    """The share is right, but it is a float64, and a float tensor is float32.

    `double()`, `torch.float64` and a detour through NumPy end in float64, and with predictions that are
    float64 so does a calculation in their type. A share such as 0.6 needs no 16 digits, and a number of
    another type than all the others makes trouble later: `torch.equal` says that 0.5 and 0.5 differ, and
    a matrix of one type cannot be multiplied by one of the other. Make the answer `float()`.
    """

    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds > 0.5) == targs).double().mean()
