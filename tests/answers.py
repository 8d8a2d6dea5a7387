"""Answers to `mnist_loss` that several tests judge."""

HEAD = "import torch\n\n"
REFUSAL = '    if preds.shape != targs.shape:\n        raise ValueError(f"{preds.shape} and {targs.shape} differ")\n'


def mnist_loss(body: str, head: str = HEAD) -> str:
    """A whole file whose `mnist_loss` refuses what it must and then does `body`."""
    return f"{head}def mnist_loss(preds, targs):\n{REFUSAL}    {body}\n"


RIGHT = mnist_loss("return torch.where(targs == 1, 1 - preds, preds).mean()")
SWAPPED = mnist_loss("return torch.where(targs == 1, preds, 1 - preds).mean()")
