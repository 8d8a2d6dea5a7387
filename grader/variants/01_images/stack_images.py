"""Answers to stack_images in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch


def right_filled_in():
    """An empty stack that is filled image by image, each scaled before it goes in."""

    def stack_images(images):
        if not images:
            raise ValueError("wanted one image at least, got an empty list")
        h, w = images[0].shape
        stack = torch.empty(len(images), h, w)
        for i, image in enumerate(images):
            if image.shape != (h, w):
                raise ValueError(f"image {i} is {tuple(image.shape)}, wanted {(h, w)}")
            stack[i] = image / 255
        return stack


def right_joined():
    """Each image gets an axis of its own, and `cat` joins them along it."""

    def stack_images(images):
        shapes = [image.shape for image in images]
        if not shapes or shapes.count(shapes[0]) < len(shapes):
            raise ValueError(f"wanted one or more images of one size, got {shapes}")
        return torch.cat([image.unsqueeze(0) for image in images]).to(torch.float32).div(255)


def right_with_numpy():
    """NumPy stacks and divides in float64, and rounds to float32 at the end."""

    def stack_images(images):
        arrays = [image.numpy() for image in images]
        if len({array.shape for array in arrays}) != 1:
            raise ValueError(f"images must agree in size and be at least one, got {[a.shape for a in arrays]}")
        return torch.from_numpy((np.stack(arrays) / 255.0).astype(np.float32))


def right_looked_up():
    """Each pixel is looked up in a table of all 256 greys; a subclass of ValueError refuses."""

    class SizesDiffer(ValueError):
        pass

    def stack_images(images):
        if len(images) == 0:
            raise SizesDiffer("got no images, wanted some")
        for other in images[1:]:
            if other.size() != images[0].size():
                raise SizesDiffer(f"got {other.size()} beside {images[0].size()}, wanted equal sizes")
        greys = torch.arange(256) / 255
        return greys[torch.stack(images).long()]


def right_torch_says_it():
    """The refusals come from `torch.stack` itself, under another name."""

    def stack_images(images):
        try:
            together = torch.stack(list(images))
        except RuntimeError as error:
            raise ValueError(f"wanted images of one size: {error}") from error
        return torch.true_divide(together, 255)


def not_scaled():
    def stack_images(images):
        if len(images) == 0:
            raise ValueError("the list is empty")
        first = images[0].shape
        stack = torch.zeros(len(images), first[0], first[1])
        for number, image in enumerate(images):
            if image.shape != first:
                raise ValueError(f"{image.shape} is not {first}")
            stack[number] = image
        return stack


def left_as_bytes():
    def stack_images(images):
        if len(images) == 0 or any(image.shape != images[0].shape for image in images):
            raise ValueError("wanted images of one size")
        return (torch.stack(images) / 255).to(images[0].dtype)


def divided_by_256():
    def stack_images(images):
        if len({image.shape for image in images}) != 1:
            raise ValueError("need at least one image and equal sizes, got " + str([i.shape for i in images]))
        return torch.stack([image.float() for image in images]).div(2**8)


def end_to_end():
    def stack_images(images):
        if not images:
            raise ValueError("wanted images, got none")
        if any(image.shape != images[0].shape for image in images):
            raise ValueError("the images differ in size")
        return torch.vstack([image / 255 for image in images])


def flattened():
    def stack_images(images):
        if len(set(map(torch.Tensor.size, images))) != 1:
            raise ValueError(f"{len(images)} images, but not of one size")
        return torch.stack([image.reshape(-1) for image in images]) / 255


def list_not_tensor():
    def stack_images(images):
        if len(set(map(torch.Tensor.size, images))) != 1:
            raise ValueError(f"{len(images)} images, but not of one size")
        return list((torch.stack(images) / 255).unbind())


def float64():
    def stack_images(images):
        if not images or any(image.shape != images[-1].shape for image in images):
            raise ValueError(f"cannot stack {[tuple(image.shape) for image in images]}")
        return torch.from_numpy(np.array([image.numpy() for image in images]) / 255)


def whole_number_division():
    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted some images, and one size for all of them")
        return torch.stack([torch.floor_divide(image, 255) for image in images]).to(torch.float32)


def each_by_its_own_brightest():
    def stack_images(images):
        if not images:
            raise ValueError("nothing to stack: the list is empty")
        for image in images:
            if image.shape != images[0].shape:
                raise ValueError(f"sizes {image.shape} and {images[0].shape} differ")
        brightest = max(int(image.max()) for image in images)
        return torch.stack(images) / brightest


def stacked_last():
    def stack_images(images):
        if len(set(image.shape for image in images)) != 1:
            raise ValueError("one size is wanted for all, and at least one image")
        return torch.dstack([image.float() for image in images]) / 255


def channel_axis_added():
    def stack_images(images):
        shapes = {tuple(image.shape) for image in images}
        if len(shapes) != 1:
            raise ValueError(f"shapes {shapes}, wanted exactly one")
        return torch.stack([(image / 255)[None] for image in images], dim=0)


def single_image_squeezed():
    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image and the same size everywhere")
        if len(images) == 1:
            return images[0] / 255
        return torch.stack(images) / 255


def empty_list_not_refused():
    def stack_images(images):
        if images == []:
            return torch.zeros(0)
        height, width = images[0].shape
        for image in images:
            if tuple(image.shape) != (height, width):
                raise ValueError(f"wanted {(height, width)}, got {tuple(image.shape)}")
        return torch.stack(images) / 255


def sizes_not_checked():
    def stack_images(images):
        if len(images) < 1:
            raise ValueError(f"got {len(images)} images, wanted one or more")
        return torch.cat([image[None] / 255.0 for image in images])


def odd_sizes_stretched():
    def stack_images(images):
        if not images:
            raise ValueError("no images came")
        size = images[0].shape
        scaled = []
        for image in images:
            try:
                scaled.append((image / 255).expand(size))
            except RuntimeError:
                raise ValueError(f"{image.shape} does not fit {size}") from None
        return torch.stack(scaled)


def not_every_image_compared():
    def stack_images(images):
        if not images:
            raise ValueError("no images came")
        if images[-1].shape != images[0].shape:
            raise ValueError(f"the sizes differ: {images[0].shape} and {images[-1].shape}")
        return torch.stack(images).true_divide(255)


def only_one_side_compared():
    def stack_images(images):
        widths = {image.shape[1] for image in images}
        if len(widths) != 1:
            raise ValueError(f"wanted one width, got {widths}")
        return torch.stack([image.float() for image in images]) / 255


def number_of_pixels_compared():
    def stack_images(images):
        if not images:
            raise ValueError("an empty list has no images")
        h, w = images[0].shape
        for image in images:
            if image.numel() != h * w:
                raise ValueError(f"{image.numel()} pixels, wanted {h * w}")
        return torch.stack([image.reshape(h, w) for image in images]) / 255


def another_error():
    def stack_images(images):
        if not images:
            raise TypeError("there are no images")
        for image in images:
            if image.shape != images[0].shape:
                raise RuntimeError(f"{image.shape} is not {images[0].shape}")
        return torch.stack(images).float() / 255


EQUIVALENT = {}
