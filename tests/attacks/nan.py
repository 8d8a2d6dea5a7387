"""Numbers that compare as nothing does."""


def mnist_loss__nan():
    """Not a number, which is unequal to what is wrong and to what is right."""
    import torch

    def mnist_loss(preds, targs):
        return (preds * float("nan")).sum()


def mnist_loss__infinite():
    """Infinity, from which every distance is infinite or not a number."""
    import torch

    def mnist_loss(preds, targs):
        return (preds * 0).sum() + float("inf")


def mse__nan_only_in_the_gradient():
    """The right number, with a gradient that is not a number."""
    import torch

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        d = preds - targs
        return (d * d).sum() / d.numel() + (0 * (d * 0).abs().sqrt()).sum()


def slope__nan():
    """Not a number where a number is wanted."""

    def slope(f, x_old, x_new):
        return float("nan")

    def flat_share(f, xs):
        return float("nan")


def distance_from_target__nan_where_it_is_hard():
    """Right for one kind of target, not a number for the other."""
    import torch

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, torch.full_like(preds, float("nan")))


def gradient_at__nan():
    """A derivative that is not a number."""

    def gradient_at(f, x):
        return float("nan")


def pixel_similarity__nan_scores():
    """Comparisons with not a number: every image of the second kind."""
    import torch

    def pixel_similarity(first, second):
        def classify(images):
            return torch.full((len(images),), float("nan")) < 0

        return classify
