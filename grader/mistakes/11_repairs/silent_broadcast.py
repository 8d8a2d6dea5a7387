"""Known wrong answers to `regression_loss`, half repairs too. Each docstring is what the learner is told."""

import torch


def every_pair():
    """Every prediction is compared with every target, and not only with its own.

    For three houses there should be three errors. Count how many squares go into your average: there are
    nine. Even if the first prediction hits the first target exactly, it is also measured against the
    second and the third, and punished for them. The answer with the least punishment is the one in the
    middle of all targets. Write the example with A on paper, with all nine differences, and find out
    which operation made nine numbers out of three and three.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds - targs) ** 2).mean()


def as_it_came():
    """The loss still makes more errors than there are examples, and no wrong number of examples is refused.

    Take three predictions and three targets, one a column and the other a row. Your average is one of
    nine squares, where three were wanted. With three predictions and two targets it would be one of six,
    and nobody is told that a target is missing. Both have the same reason. Print the shape of everything
    that the calculation makes, line by line, and stop at the first shape that surprises you.
    """

    def regression_loss(preds, targs):
        return ((preds - targs) ** 2).mean()


def only_predictions_squeezed():
    """The last axis of the predictions is taken away, but the targets are left as they are.

    Now a column of predictions meets a row of targets as it should. But if the targets are the column,
    predictions (3,) still meet targets (3, 1), and there are nine errors again. It is even worse with two
    columns, which worked before. The contract says "either way round". Whatever you do has to leave both
    in the same shape, whichever of the two is the column.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds.squeeze(-1) - targs) ** 2).mean()


def only_targets_unsqueezed():
    """A row of targets is made a column, but a row of predictions stays a row.

    Targets (3,) become (3, 1), and match a column of predictions. But predictions may be the row, and
    then (3,) meets (3, 1) and makes nine errors. Two rows, which worked before, do not work any more
    either. Do not think of one of the two as "the one that is wrong". Bring the one into the shape of the
    other, whatever that is.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        if targs.dim() == 1:
            targs = targs.unsqueeze(1)
        return ((preds - targs) ** 2).mean()


def longer_one_cut():
    """Where there are more of one than of the other, you cut the longer one and go on.

    Four predictions and three targets mean that something went wrong before: a row lost, or two files
    mixed up. If the fourth is just thrown away, each prediction may be compared with the target of
    another house, and the loss looks like any other loss. A mistake that is reported takes a minute to
    find. Refuse such a call with a ValueError that tells both numbers.
    """

    def regression_loss(preds, targs):
        n = min(len(preds), len(targs))
        preds, targs = preds[:n], targs[:n]
        return ((preds - targs.reshape(preds.shape)) ** 2).mean()


def summed_now():
    """The pairs are right now, but the squares are added up and not averaged.

    For errors of 1, 0 and 1 the sum is 2, and the mean is 2 / 3 = 0.6667. A sum grows with the size of
    the batch: with 300 houses it would be a hundred times as large, and so would every step. The program
    as it came took the mean. Only what was wrong should be changed.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds - targs.reshape(preds.shape)) ** 2).sum()


def refuses_the_column():
    """A column against a row is refused now, but it was to be paired.

    Refusing is better than a wrong number. But a linear layer with one output gives (n, 1), and targets
    often come as (n,), so everybody who calls this would have to reshape something first. Both hold n
    numbers in the same order, and it is clear which belongs to which. Refuse what has another number of
    examples, and bring the rest into one shape.
    """

    def regression_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"got {tuple(preds.shape)} and {tuple(targs.shape)}")
        return ((preds - targs) ** 2).mean()


def one_and_many():
    """Shapes are brought together, but one prediction is still compared with many targets.

    When an axis of size 1 is squeezed away, a single number is left, and PyTorch stretches that as gladly
    as a column. One prediction and four targets then make four errors, and no error message. The number
    of examples has to be compared, and it has to be compared before anything is reshaped: 1 is not 4, so
    refuse it with a ValueError.
    """

    def regression_loss(preds, targs):
        if 1 not in (len(preds), len(targs)) and len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds.squeeze() - targs.squeeze()) ** 2).mean()


def another_error():
    """Another number of examples is stopped, but only by an error that PyTorch happens to raise.

    PyTorch stops where it cannot reshape three numbers into four places, with a RuntimeError about sizes
    or an "invalid shape". Whoever reads it has to guess what was wrong with the call. The contract names
    ValueError, so that a caller can catch just that, and so that your message can say how many
    predictions and how many targets came. Ask first, and raise it yourself.
    """

    def regression_loss(preds, targs):
        return ((preds - targs.reshape(preds.shape)) ** 2).mean()


def averaged_down_the_columns():
    """The mean is taken over the examples only, so a column gives one number in a list of one.

    A mean over axis 0 leaves the other axes as they are. For a row of three errors a single number of
    shape () comes out. For a column it has the shape (1,), and for a table of three rows and two columns
    it is (2,). `backward()` wants a loss of shape (). Average over all numbers at once, as the program
    did before.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds - targs.reshape(preds.shape)) ** 2).mean(dim=0)


def no_way_back():
    """The number is right, but gradients cannot flow back through it.

    `.item()` and `.detach()` give the number without the record of how it was made. Training needs that
    record: `backward()` follows it from the loss to the predictions and on to the weights. With 0.6667 as
    a plain number PyTorch does not know what to change so that it becomes 0.6666. Give back the tensor
    that the mean made, as it is.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds - targs.reshape(preds.shape)) ** 2).mean().detach()


def root_of_the_mean():
    """The pairs are right, but you take the root of the mean at the end.

    For errors of 1, 0 and 1 the mean of the squares is 0.6667, and its root is 0.8165. That is the root
    mean squared error, a good number to print, since it is in the same unit as the prices. As a loss it
    has other gradients, and none at all that is a number where every prediction is right. The mean
    squared error was asked for, without a root.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        return ((preds - targs.reshape(preds.shape)) ** 2).mean().sqrt()


def tables_refused():
    """Columns and rows are paired, but predictions and targets of rank 2 or more are no longer taken.

    Your repair makes a plain row out of both, and thinks of one number for each example. A model that
    predicts two numbers for each house gives (n, 2), with targets (n, 2). That worked before, and the
    mean over all 2 * n errors is still wanted. Look for a way that leaves equal shapes alone, and touches
    only a column that meets a row.
    """

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets")
        n = len(preds)
        return ((preds.reshape(n) - targs.reshape(n)) ** 2).mean()
