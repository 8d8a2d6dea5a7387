"""Known wrong answers to `normalise`, half repairs among them. Each docstring is what the learner is told."""

import torch


def each_by_itself():
    """Each set is put on a scale of its own, so the same number means two things.

    In the lesson's example a 6 becomes 1 in the training data and -1 in the validation data. Whatever the
    validation set looks like, bright or dark, its mean is 0 afterwards, and all that made it different is
    gone. A model only knows the scale that it was trained with. Write down, for every number that you
    use, which of the two sets it was worked out from.
    """

    def normalise(train, valid):
        return (train - train.mean()) / train.std(), (valid - valid.mean()) / valid.std()


def only_the_deviation():
    """The validation data are divided by the training deviation, but they still lose their own mean.

    Half of it is repaired. In the lesson's example 6, 10, 14 becomes -2, 0, 2, because their own mean,
    10, is taken away first. Expected was 1, 3, 5, with the 4 of the training data. That the whole set is
    brighter still gets lost. Two numbers belong to the scale, and both have to come from the same place.
    """

    def normalise(train, valid):
        return (train - train.mean()) / train.std(), (valid - valid.mean()) / train.std()


def only_the_mean():
    """The validation data lose the training mean, but they are still divided by their own deviation.

    Half of it is repaired. In the lesson's example 6, 10, 14 becomes 0.5, 1.5, 2.5: minus 4, and then
    divided by their own deviation, 4. Expected was 1, 3, 5, with the 2 of the training data. A set with
    more contrast than the training data would be flattened. Two numbers belong to the scale, and both
    have to come from the same place.
    """

    def normalise(train, valid):
        return (train - train.mean()) / train.std(), (valid - train.mean()) / valid.std()


def both_together():
    """Mean and deviation are worked out from both sets together.

    Now the same number means the same in both, which is good. But the training data have seen the
    validation data: in the lesson's example a mean of 7 takes the place of 4. The validation set stands
    for pictures that nobody has yet when the model is trained. With other ones, the training would have
    been another. Learn the scale from the training data alone.
    """

    def normalise(train, valid):
        everything = torch.cat([train.flatten(), valid.flatten()])
        mean, deviation = everything.mean(), everything.std()
        return (train - mean) / deviation, (valid - mean) / deviation


def by_the_validation_data():
    """Both sets are put on the scale of the validation data.

    The same number means the same in both, but the wrong set decides. In the lesson's example 2, 4, 6
    becomes -2, -1.5, -1: minus 10, divided by 4. The validation set stands for pictures that come after
    the training, and when only one comes, it has no deviation at all. Learn the scale from the training
    data.
    """

    def normalise(train, valid):
        mean, deviation = valid.mean(), valid.std()
        return (train - mean) / deviation, (valid - mean) / deviation


def in_place():
    """The numbers that came in are overwritten.

    `-=`, `/=` and methods whose names end in an underscore change the tensor itself. Whoever called still
    holds the same tensor, and thinks that there are pixels in it. And if the training data are changed
    first, the mean that is worked out from them afterwards is 0, not 4. Work out new tensors, and leave
    the old ones as they came.
    """

    def normalise(train, valid):
        mean, deviation = train.mean(), train.std()
        train -= mean
        train /= deviation
        valid -= mean
        valid /= deviation
        return train, valid


def validation_not_scaled():
    """The validation data come out as they came in: 6, 10, 14.

    If they are not touched at all: nothing is to be *learnt* from them, but they are to be *treated* like
    the others, since the model was trained on numbers around 0. If they are, then look at when mean and
    deviation are worked out. Once the training data have been normalised, their mean is 0 and their
    deviation is 1, and with these two nothing changes. Work out both numbers from the data as they came.
    """

    def normalise(train, valid):
        train = (train - train.mean()) / train.std()
        return train, (valid - train.mean()) / train.std()


def column_by_column():
    """Each column has a mean and a deviation of its own, where one of each was asked for.

    For a table of measurements that is a good idea: metres in one column, years in another. Here all
    numbers are of one kind, such as pixels. One mean and one deviation serve for all of them. A corner of
    the picture that is always dark should stay darker than the middle. With `dim=0` a mean is taken for
    each column. Take it over everything.
    """

    def normalise(train, valid):
        mean, deviation = train.mean(dim=0), train.std(dim=0)
        return (train - mean) / deviation, (valid - mean) / deviation


def picture_by_picture():
    """Every row is normalised by its own mean and deviation.

    Then each picture has the mean 0, a bright one as well as a dark one, and how bright a picture is
    compared with the others is lost. A picture that is white all over becomes `nan`. The scale is one for
    everything, learnt from all training numbers together. Take the mean over the whole tensor, not over
    its rows.
    """

    def normalise(train, valid):
        def scaled(values):
            rows = values.reshape(len(values), -1)
            return ((rows - rows.mean(1, keepdim=True)) / rows.std(1, keepdim=True)).reshape(values.shape)

        return scaled(train), scaled(valid)


def other_deviation():
    """The deviation is that of NumPy, divided by n and not by n - 1.

    For 2, 4, 6 the squares of the distances from the mean add up to 8. PyTorch's `std()` divides by 2,
    and the root is 2. NumPy divides by 3, and the root is 1.633. With many numbers there is hardly a
    difference, but with few there is. The contract names `train.std()`, which the program used when it
    came.
    """

    def normalise(train, valid):
        mean, deviation = train.mean(), train.std(correction=0)
        return (train - mean) / deviation, (valid - mean) / deviation


def divided_by_the_variance():
    """You divide by the variance, the square of the deviation.

    For 2, 4, 6 the variance is 4 and the deviation is 2. The training numbers become -0.5, 0, 0.5 and
    should be -1, 0, 1. The variance is in another unit: if the pixels are in percent, it is in percent
    times percent. Only after the root is taken can you compare it with the numbers themselves.
    """

    def normalise(train, valid):
        mean, variance = train.mean(), train.var()
        return (train - mean) / variance, (valid - mean) / variance


def mean_never_taken_away():
    """The numbers are divided, but the mean is not taken away.

    2, 4, 6 becomes 1, 2, 3: the spread is 1 as it should be, but the middle is 2 and not 0. Or a pair of
    brackets is missing: `a - b / c` divides only b. The scale has two parts, a place for the 0 and a
    length for the 1. Move first, then stretch.
    """

    def normalise(train, valid):
        return train / train.std(), valid / train.std()


def order_swapped():
    """Both results are right, but they come back in the wrong order.

    The training data come in first, and they go out first. Whoever writes `train, valid =
    normalise(train, valid)` would train on the validation data from then on, and no error says so, if
    both have the same width. Change the places.
    """

    def normalise(train, valid):
        mean, deviation = train.mean(), train.std()
        return (valid - mean) / deviation, (train - mean) / deviation


def always_float32():
    """Numbers of type float64 come back as float32.

    Somebody who works in float64 wants about 16 digits, and float32 keeps about 7. The plain operators
    keep the type: float64 minus float64 is float64. So look for a `.float()` or for a tensor that you
    make yourself, and leave it out.
    """

    def normalise(train, valid):
        mean, deviation = train.mean(), train.std()
        return ((train - mean) / deviation).float(), ((valid - mean) / deviation).float()
