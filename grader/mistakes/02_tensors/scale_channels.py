"""Known wrong answers to `scale_channels`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "float32_on_the_way": "float32_on_the_way",
    "channels_summed": "channels_summed",
    "one_gain_for_all": "one_gain_for_all",
    "only_when_width_is_channels": "only_when_width_is_channels",
    "three_channels_only": "three_channels_only",
}


def along_the_width():
    """The gains meet the columns of the images, not the channels.

    `gains` has one axis, and broadcasting lines shapes up at the right, so it meets the last axis: the
    width. When an image is as wide as it has channels, the left column gets the gain of red, the next one
    that of green, and nothing complains. Otherwise there is an error. Give `gains` more axes of size 1
    behind its own, so that its numbers stand below the c of (n, c, h, w).
    """

    def scale_channels(images, gains):
        return images * gains


def along_the_height():
    """The gains meet the rows of the images, not the channels.

    You gave `gains` one more axis, so it has the shape (c, 1). Lined up at the right with (n, c, h, w), its
    c stands below the h: the top row of each image gets the gain of red. That is one step in the right
    direction. Count how many axes lie behind the channels in (n, c, h, w). So many axes of size 1 must
    stand behind the c.
    """

    def scale_channels(images, gains):
        return images * gains[:, None]


def along_the_batch():
    """The gains meet the images of the stack, not the channels: one axis of size 1 too many.

    With the shape (c, 1, 1, 1) the c stands below the n of (n, c, h, w). So the first image as a whole is
    multiplied by the gain of red and the second by that of green, if there are as many images as channels.
    Channels are the second axis, and two axes follow them. Leave out one of the axes that you added behind
    the c.
    """

    def scale_channels(images, gains):
        return images * gains[:, None, None, None]


def only_when_width_is_channels():
    """It works only when the images are as wide (or as high, or as many) as they have channels.

    Somewhere you use another size where the number of channels was meant, perhaps the width. When the two
    agree, all is well by chance. With 3 channels and images that are 5 wide, it ends in an error. Read the
    sizes off the tensor by name, one line for all four: n, c, h, w. Then look at each number in your code and
    ask which of the four it is.
    """

    def scale_channels(images, gains):
        return images * gains.reshape(images.shape[3], 1, 1)


def three_channels_only():
    """It works for three channels only: the number 3 is written into the answer.

    Red, green and blue make three, but nobody promised colours. A grey image has one channel, and inside a
    network there may be dozens. With 4 channels your answer ends in an error, or one of them is forgotten.
    How many there are stands in the shape of `images`, and `gains` is just as long. Read the number off, or
    let a size be worked out, or add the axes in a way that needs no number at all.
    """

    def scale_channels(images, gains):
        return images * gains.view(1, 3, 1, 1)


def one_gain_for_all():
    """All channels are multiplied by the same number.

    You bring the gains together into one number, their average, or you use only one of them. Then the whole
    image gets brighter or darker, and candle light stays as red as it was. Each channel has a gain of its
    own: the pixel (200, 100, 60) of the lesson becomes (160, 100, 90). Keep the gains apart, and see to it
    that each one meets its channel.
    """

    def scale_channels(images, gains):
        return images * gains.mean()


def added():
    """The gains are added to the channels, but they should multiply them.

    They meet the right channels, which is the difficult part. A gain of 1.0 should leave a channel as it
    is, and one of 0 should make it black. With addition, 1.0 makes everything brighter and 0 changes
    nothing. A gain says how many times as bright the channel becomes, so the operation is a product.
    """

    def scale_channels(images, gains):
        return images + gains[:, None, None]


def divided():
    """The channels are divided by the gains, but they should be multiplied.

    They meet the right channels, which is the difficult part. A gain of 1.5 should make a channel brighter:
    60 becomes 90. You give 40. And a gain of 0, which should turn a channel off, ends in infinity. Undoing
    a gain is a division, applying it is a product.
    """

    def scale_channels(images, gains):
        return images / gains[:, None, None]


def channels_summed():
    """The channels are multiplied by their gains and then added up, so they are gone.

    The answer should have the shape of the images, (n, c, h, w), with a scaled channel for each one that
    came. You give one channel for all, a grey image made of the colours. That is what a weighted average
    does, and what functions such as `einsum` do when an index is missing from the right side. Keep the axis
    of the channels: multiply, and stop there.
    """

    def scale_channels(images, gains):
        return (images * gains[:, None, None]).sum(dim=1)


def written_into_the_images():
    """The images that were given are changed themselves.

    What you return is right, but the caller's images now hold the same numbers: calling twice would apply
    the gains twice. An operation that ends in an equals sign, such as `*=`, and a method whose name ends in
    an underscore, write into the tensor they work on. Make a new tensor and leave the old one alone.
    """

    def scale_channels(images, gains):
        images *= gains[:, None, None]
        return images


def channel_by_channel():
    """The numbers are right, but a loop works on one channel (or image) after the other.

    For three channels a loop does little harm. Inside a network there are hundreds of them, and Python
    takes part in each round. Broadcasting does all at once, if the gains stand on the right axis: give them
    axes of size 1 where they are to be stretched, and a single product is enough, for any number of images,
    channels and pixels.
    """

    def scale_channels(images, gains):
        channels = [images[:, i] * gains[i] for i in range(len(gains))]
        return torch.stack(channels, dim=1)


def always_float32():
    """Images of type float64 come out as float32.

    Somebody who calculates in float64 wants some fifteen digits, and you hand back seven. What comes in as
    one type should go out as that type. A product keeps the type of its two factors by itself. Look for a
    conversion, or for a way of making a new tensor that always gives float32, and leave it out.
    """

    def scale_channels(images, gains):
        return (images * gains[:, None, None]).float()


def float32_on_the_way():
    """Images or gains of type float64 are rounded to float32 on the way, so half of their digits are lost.

    The answer is of the right type in the end, but its last digits are noise: 1/3 comes as 0.3333333433.
    Somewhere a step turns numbers into float32, which keeps about seven digits. Making float64 of the result
    adds digits again, but not the ones that were there before. The same happens when only one of two inputs is
    converted: what was rounded once stays rounded. Look for a conversion, and leave it out.
    """

    def scale_channels(images, gains):
        return images * gains.float()[:, None, None]
