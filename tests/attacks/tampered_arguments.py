"""What the judge sent is changed, in the hope that the judge compares with that."""


def mnist_loss__arguments_become_zero():
    """Sets predictions and targets to zero and answers zero."""
    import torch

    def mnist_loss(preds, targs):
        with torch.no_grad():
            preds.data.zero_()
            targs.zero_()
        return (preds * 0).sum()


def center_columns__the_argument_is_the_answer():
    """Moves the numbers of the argument itself."""

    def center_columns(x):
        x -= x.mean(0)
        return x


def mean_image__the_images_become_the_answer():
    """Makes all images alike, so that any of them is their mean."""

    def mean_image(images):
        images[:] = images[:1]
        return images[0].float()


def l1_distance__one_is_made_the_other():
    """Copies one argument onto the other, so that the distance is 0."""
    import torch

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ: one and another")
        a.copy_(b)
        return torch.zeros(())


def stack_images__the_list_is_emptied():
    """Clears the list that came, so that an empty stack would fit it."""
    import torch

    def stack_images(images):
        if not images or len({tuple(i.shape) for i in images}) > 1:
            raise ValueError("images of one size are wanted, these came")
        size = images[0].shape
        images.clear()
        return torch.zeros(0, *size)


def mnist_loss__resized():
    """Shrinks the predictions to one number by `resize_` and `set_`."""
    import torch

    def mnist_loss(preds, targs):
        targs.resize_(1)
        preds.data.resize_(1)
        return preds.sum() * 0


def sgd_step__a_gradient_of_zero():
    """Sets the gradients to zero in place of moving the parameters."""

    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.grad.zero_()


def batches__the_data_set_is_made_short():
    """Takes examples out of the data set that came."""
    import torch

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError("a size of 1 or more is wanted, less came")
            while len(dataset) > 1:
                dataset.pop()
            self.dataset = dataset

        def __len__(self):
            return 1

        def __iter__(self):
            x, y = self.dataset[0]
            yield torch.stack([x]), torch.stack([y])
