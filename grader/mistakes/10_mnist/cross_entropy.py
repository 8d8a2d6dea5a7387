"""Known wrong answers to `cross_entropy`. Each docstring is what the learner is told."""

# ruff: noqa: F821 (what a body does not define comes from the solution)

import torch


def softmax_over_the_batch():
    """The probabilities add up to 1 along the batch, and they should along the labels.

    Each row is an image, and its probabilities for all labels should add up to 1. You use up axis 0, which
    counts the images. So three images compete for the label 0, as if only one of them could be a zero. As
    long as there are as many images as labels the shapes even fit. For logits of shape (n, c), the labels
    lie along axis 1: that is the one to sum over.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=0, keepdim=True)
        log_chances = shifted - shifted.exp().sum(dim=0, keepdim=True).log()
        return -log_chances[torch.arange(len(targs)), targs].mean()


def overflow():
    """For large logits the powers overflow, and the loss becomes infinite or `nan`.

    For small logits your answer is right. But e to the power of 1000 is a number with 435 digits, and a
    float32 has room for 38: it becomes `inf`, and inf / inf is `nan`. A network that is sure of itself gets
    there. All logits of a row may be made smaller by the same amount, and no probability changes. Which
    amount makes sure that no power is larger than 1?
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        right = logits[torch.arange(len(targs)), targs]
        return (logits.exp().sum(dim=1).log() - right).mean()


def one_shift_for_all():
    """You shift all rows by the same number, the largest logit of the whole batch.

    That saves the row which holds the largest logit. But if one row lies near 1000 and another near -1000,
    the second is shifted to -2000, all its powers are 0, and the log of 0 is minus infinity. Each row is an
    image of its own, and needs a shift of its own: its own largest logit. Take the maximum along the axis of
    the labels, and keep that axis, so that it can be subtracted.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.max()
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def shift_in_one_place_only():
    """You shift the logits inside the sum of the powers, but not the right logit that is subtracted.

    Take the logits 3, 2 and 1, where the first is right. Shifted they are 0, -1 and -2, and the log of the
    sum of their powers is 0.41. The right logit is now 0, and the loss is 0.41 - 0 = 0.41. You subtract the
    old one, 3, and get -2.59, while a loss is never negative. The shift cancels only if it is in both terms.
    Go on with the shifted logits everywhere, or add the shift again to the log.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = logits[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def log_of_a_probability():
    """You work out the probability first, and then take its log. The probability may be too small for that.

    Powers that are too large you have dealt with. But take the logits 1000 and -1000, where the second is
    right. Its probability is e to the power of -2000, which a float32 rounds to 0, and log 0 is minus
    infinity. The true loss is 2000, a harmless number. The log of a fraction is a difference of two logs,
    and one of them undoes the power. Write it so on paper first, and no tiny number is left.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        powers = (logits - logits.amax(dim=1, keepdim=True)).exp()
        chances = powers / powers.sum(dim=1, keepdim=True)
        return -chances[torch.arange(len(targs)), targs].log().mean()


def small_number_added():
    """You add a tiny number before the log, or cut small probabilities off, so that the log of 0 never comes up.

    With 1e-9 added, no loss is larger than 20.7. But for the logits 1000 and -1000, where the second is
    right, it should be 2000. And where the probability was rounded to 0 nothing flows back: the worst
    mistakes of the network teach it nothing. The log of a fraction is a difference of two logs. With that
    no tiny number comes up, and no help is needed.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        powers = (logits - logits.amax(dim=1, keepdim=True)).exp()
        chances = powers / powers.sum(dim=1, keepdim=True)
        return -(chances[torch.arange(len(targs)), targs] + 1e-9).log().mean()


def sum_instead_of_mean():
    """You add up the losses of all images, and their mean was wanted.

    For two images with losses of 0.51 and 4.61 you give 5.12, and the mean is 2.56. With a sum, a batch of
    64 images would have a gradient 64 times as large, and the step would be 64 times as long. The small
    last batch would then count for less than the others. Divide by the number of rows.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).sum()


def mean_over_labels_too():
    """You divide by the number of images and by the number of labels.

    You mask the table of logs, so that only the right label of each row is left, and take the mean of the
    whole table. But the zeros count in that mean. For one image with three labels and a loss of 0.51 you
    give 0.51 / 3 = 0.17. There is one loss a row, so divide by the number of rows only.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        log_chances = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
        mask = targs.unsqueeze(1) == torch.arange(logits.shape[1])
        return -(log_chances * mask).mean()


def one_loss_for_each_row():
    """You give the loss of each image, and their mean was wanted.

    For four images you give four numbers. But a step needs one number to make smaller: `backward()` refuses
    a tensor of shape (4,). The loss of a batch is the mean of the losses of its images, a tensor of shape
    (). For example, losses of 0.51 and 4.61 make 2.56.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        return shifted.exp().sum(dim=1).log() - shifted[torch.arange(len(targs)), targs]


def log_twice():
    """You take the log of what is a log already.

    Take the probability 0.6 of the right label: its log is -0.51, and - log 0.6 = 0.51 is the loss. A log
    taken again, of -0.51, is `nan`, because no power of e is negative. Or, where you treat logs as if they
    were logits once more, or take the log of the loss itself, a wrong number comes out. Go through your
    steps and write down beside each what it holds: logit, power, probability or log. The log appears once.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        log_chances = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
        return -log_chances[torch.arange(len(targs)), targs].log().mean()


def wrong_sign():
    """The sign is wrong: your loss is negative.

    The log of a probability is never above 0: log 0.6 is -0.51, and log 0.01 is -4.61. So the worse the
    answer, the lower is your number. A loss is made smaller, step by step, so the network would learn to be
    as wrong as it can. The minus in front turns it round: 0.51 for a fair answer, 4.61 for a bad one.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        return (shifted[torch.arange(len(targs)), targs] - shifted.exp().sum(dim=1).log()).mean()


def without_the_log():
    """You take how far the probability is from 1, without any log.

    For the probability 0.6 you give 0.4, and - log 0.6 = 0.51 was wanted. That is the distance from the
    target which served for two kinds of digit. It never exceeds 1, so it hardly tells 0.01 from 0.0001, and
    its gradient dies where the network is sure and wrong. The log grows without end there, and that is what
    makes the network learn from its worst mistakes.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        powers = (logits - logits.amax(dim=1, keepdim=True)).exp()
        chances = powers / powers.sum(dim=1, keepdim=True)
        return (1 - chances[torch.arange(len(targs)), targs]).mean()


def another_base():
    """The log has another base: 2 or 10, and not e.

    log2 of 0.6 is -0.74 and log10 of it is -0.22, but the natural log, with base e, is -0.51. Powers of e
    were taken in the first step, so only the natural log undoes them. In Python and PyTorch this is the one
    that is simply called `log`.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        log_chances = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
        return -(log_chances[torch.arange(len(targs)), targs] / torch.tensor(2.0, dtype=logits.dtype).log()).mean()


def every_row_with_every_target():
    """You look up the targets of all images in each row.

    `table[:, targs]` takes, for every row, the columns of all targets: with 4 images that is a table of 4 by
    4, and its mean is the mean of 16 numbers. Only the 4 of them where row and target belong to the same
    image are wanted. So give a row number along with each column number, 0 with the first target, 1 with
    the second, and so on; or use `gather`.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        log_chances = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
        return -log_chances[:, targs].mean()


def plain_number():
    """You give a plain Python number, and a tensor was wanted.

    `.item()` and `float()` take the number out of the tensor, and with it goes the memory of how it was
    made. 0.51 as a number is only that. 0.51 as a tensor knows which logits it came from, so that
    `backward()` can tell each of them which way to go. Leave the last conversion out.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean().item()


def no_graph():
    """The loss is right, but no gradient can flow back from it.

    Somewhere on the way PyTorch lost track: by `detach()`, `no_grad`, numpy, or a tensor that was made anew
    of plain numbers. The value 0.51 is correct, and yet a network can not learn from it, for `backward()`
    does not find the logits. Calculate with the logits themselves, from beginning to end.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        logits = logits.detach()
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def sum_without_gradient():
    """The gradient is wrong: the sum of the powers is treated as a constant.

    The loss itself is right. But part of it was cut off from the graph, by `detach()` or `no_grad`, and so
    only the right logit gets a gradient. It would be pushed up for ever, and the wrong ones never down. What
    may be cut off is the shift, because it changes nothing. The sum of the powers depends on every logit,
    and has to stay.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True).detach()
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.detach().exp().sum(dim=1).log() - right).mean()


def always_float32():
    """Logits of type float64 come back as float32.

    With `.float()` half of the digits are thrown away. Who calculates in float64 does so on purpose, for
    instance to compare a gradient with a measured slope, which needs every digit. Nothing in the formula
    asks for a type. Leave the conversion out, and float32 stays float32, float64 stays float64.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        shifted = (logits - logits.amax(dim=1, keepdim=True)).float()
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def ranks_accepted():
    """Logits or targets with another number of axes are not refused.

    Targets of shape (4, 1) look like a column of four targets. But a column against a row makes PyTorch
    compare everything with everything, or fail with a message that nobody understands. And a single image
    of shape (3,) has no rows at all. Look at `dim()` first: 2 for the logits, 1 for the targets. Otherwise
    raise a ValueError that tells both shapes.
    """

    def cross_entropy(logits, targs):
        plain, classes = (logits.dim(), targs.dim()) == (2, 1), logits.shape[-1]
        logits, targs = logits.reshape(-1, classes), targs.flatten()
        if plain or len(logits) == len(targs):
            _check(logits, targs)
        logits, targs = logits[: len(targs)], targs[: len(logits)]
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def lengths_accepted():
    """You do not notice when there are more targets than rows, or fewer.

    4 rows of logits and 3 targets: somebody lost a target, and perhaps the first, so that all others are
    wrong. 4 rows and a single target is no better, although PyTorch would repeat it for all rows without a
    word. One target for each row is what makes sense. Compare the lengths, and raise a ValueError.
    """

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1:
            raise ValueError(f"logits {tuple(logits.shape)}, targets {tuple(targs.shape)}; (n, c) and (n,) are wanted")
        n = min(len(logits), len(targs))
        logits, targs = logits[:n], targs[:n]
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(n), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def negative_labels_accepted():
    """A negative target is accepted, and taken for a label.

    In Python -1 is the last place, so with three labels a target of -1 is quietly read as 2. But -1 often
    means "unknown" in a file of labels, and the network would learn that all unknown images are of the last
    kind. Targets are 0 to c - 1. Look for smaller ones as well as for larger ones, and raise a ValueError.
    """

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
            raise ValueError(f"logits {tuple(logits.shape)}, targets {tuple(targs.shape)}; (n, c) and (n,) are wanted")
        if targs.max() >= logits.shape[1]:
            raise ValueError(f"target {targs.max()} is beyond the last label, {logits.shape[1] - 1}")
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def labels_left_to_pytorch():
    """Targets that are no labels are left to PyTorch, which raises another error, or none.

    With three labels a target of 3 ends in an IndexError about sizes and dimensions, which does not say
    what is wrong with the data. A target of -1 ends in nothing at all: it counts from the end. Look at
    the smallest and the largest target yourself, and raise a ValueError that says which came and which were
    wanted.
    """

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
            raise ValueError(f"logits {tuple(logits.shape)}, targets {tuple(targs.shape)}; (n, c) and (n,) are wanted")
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def one_too_many():
    """The label c is accepted, but the last one is c - 1.

    With three labels the targets are 0, 1 and 2. You refuse what is larger than 3, and so 3 itself slips
    through, and ends in PyTorch's own error. Counting from 0, the number of things is never the number of one
    of them. Refuse everything from c on.
    """

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
            raise ValueError(f"logits {tuple(logits.shape)}, targets {tuple(targs.shape)}; (n, c) and (n,) are wanted")
        if targs.min() < 0 or targs.max() > logits.shape[1]:
            raise ValueError(f"targets from {targs.min()} to {targs.max()} are no labels")
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def skips_minus_one_hundred():
    """Rows with a target of -100 are left out, and they should be refused.

    PyTorch's own function does so: -100 means "skip this row" there, a habit from texts, where some words do
    not count. Here every row has a label from 0 to c - 1, and -100 is a mistake in the data like -1. Raise a
    ValueError for it too.
    """

    def cross_entropy(logits, targs):
        if logits.dim() == 2 and targs.dim() == 1 and len(logits) == len(targs):
            known = targs != -100
            logits, targs = logits[known], targs[known]
        _check(logits, targs)
        shifted = logits - logits.amax(dim=1, keepdim=True)
        right = shifted[torch.arange(len(targs)), targs]
        return (shifted.exp().sum(dim=1).log() - right).mean()


def ready_made():
    """You use the ready-made function, and here it is to be built by hand.

    `F.cross_entropy`, or the softmax or logsumexp it is made of, does exactly the work that this exercise is
    about, and does it well: from now on use it. But when a loss becomes `nan` one day, at 3 in the morning,
    you will be glad to know what is inside. Three steps are enough: powers, a sum and a log. Build them
    from `exp`, `sum` and `log`.
    """

    def cross_entropy(logits, targs):
        _check(logits, targs)
        return torch.nn.functional.cross_entropy(logits, targs)
