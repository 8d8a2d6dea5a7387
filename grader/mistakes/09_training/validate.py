"""Known wrong answers to `validate`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "goes_on_counting": "disturbed",
}


def mean_of_batch_means():
    """You give the mean of the batches' means, in which a small batch counts as much as a large one.

    Take 4 examples of which 3 are right, and 1 example that is wrong. The batches' metrics are 0.75 and 0.0, and
    their mean is 0.375. But 3 of 5 examples are right, which is 0.6. Only if all batches have the same size are the
    two equal, and the last batch is often smaller. Let each batch's metric count as often as the batch has
    examples.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb))
                    count += 1
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def not_divided():
    """You add up over the examples, and do not divide by their number.

    A sum grows with the number of examples: twice as many make the same model look twice as good. From 3 right of 4
    and 0 of 1 you make 3, but a share can never be more than 1. What is wanted is the mean, 3 / 5 = 0.6. Count the
    examples while they go by, and divide by their number at the end.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total = 0.0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                return total
        finally:
            for module, mode in modes:
                module.training = mode


def divided_by_the_batches():
    """You weigh each batch by its size, and then divide by the number of batches.

    The two do not belong together. With 3 right of 4, and 0 right of 1, the weighted sum is 4 * 0.75 + 1 * 0.0 = 3.
    Divided by 2 batches that is 1.5, and no share of right answers can be that large. The weights add up to the
    number of examples, 5, so that is what to divide by.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += 1
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def divided_by_the_examples_only():
    """You add up the batches' metrics as they are, and divide by the number of examples.

    What the metric gives is already a mean: the sum over the batch was divided by its size. Dividing by the number
    of examples once more makes it far too small. From 0.75 for four examples and 0.0 for one you get 0.75 / 5 =
    0.15, where 3 of 5 are right. First turn each mean back into a sum, with the batch's own size.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb))
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def last_batch_only():
    """You return the metric of the last batch only.

    After the loop the name still holds what the last turn put there: the metric of a few examples, often of fewer
    than in the other batches. If 3 of 4 are right in the first batch, and the one in the last is wrong, you say 0,
    though 3 of 5 are right. Gather something from every batch.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                last = 0.0
                for xb, yb in batches:
                    last = float(metric(model(xb), yb))
                return last
        finally:
            for module, mode in modes:
                module.training = mode


def only_the_first_batch():
    """After the first batch you stop.

    All batches are to be measured. Look at where your `return` stands: if it lies inside the loop, it ends the loop
    as well, at its first turn. With 3 right of 4 in the first batch and 0 of 1 in the second you say 0.75, and
    never look at the second. Let the loop come to its end first.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                for xb, yb in batches:
                    return float(metric(model(xb), yb))
                return 0.0
        finally:
            for module, mode in modes:
                module.training = mode


def small_batch_skipped():
    """A batch that is smaller than the others is left out.

    The last batch is often smaller, and it is as good as any: its examples are in no other one. If you leave it
    out, they are never looked at, and the mean is that of the others alone. With 5 examples in batches of 4, one in
    five would not count. Take every batch that comes, and let it count by its own size.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count, size = 0.0, 0, 0
                for xb, yb in batches:
                    size = max(size, len(xb))
                    if len(xb) < size:
                        continue
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def arguments_swapped():
    """The metric gets the targets first and the predictions second.

    `metric` takes `(preds, targs)`, in this order. For some metrics it makes no difference. For `batch_accuracy` it
    does: it asks on which side of 0.5 a prediction lies, and would now ask that of the targets. No error tells you
    so, only the number is another. Hand over what the model says first.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(yb, model(xb))) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def still_in_training_mode():
    """The model is asked in training mode.

    In that mode dropout throws half of the numbers away, and batch norm looks at who else is in the batch, and even
    moves its averages: to be measured changes the model. So the answers are worse than they need be, and other ones
    each time. Every `nn.Module` has a method that puts it, and all parts within, into evaluation mode. Call it
    before you ask.
    """

    def validate(model, batches, metric):
        with torch.no_grad():
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count


def only_the_top():
    """You set the flag of the model itself, and its layers keep theirs.

    `training` is only a note on one module. A dropout layer inside looks at its own note, and that still says
    "training". So the model looks as if it were being used, and the layer throws half of its numbers away. The
    method of `nn.Module` does more than set a flag: it goes through all layers within, and the layers within those.
    """

    def validate(model, batches, metric):
        mode = model.training
        model.training = False
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            model.training = mode


def asks_only_the_top():
    """You switch to evaluation mode only if the model itself is in training mode.

    The model's own note `training` says nothing about its parts. It may be in evaluation mode, while a layer within
    was put back into training. Then your question "is it training?" is answered with no, and the layer goes on
    training while the model is measured. Switch in any case: it does no harm where nothing is to be done.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval() if model.training else None
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def left_in_evaluation():
    """Afterwards the model is still in evaluation mode.

    Whoever trains it may well go on after that, and would not notice: dropout drops nothing any more, batch norm
    stands still, and the next epochs learn less well. You were lent the model for a moment. Take a note of each
    part's mode before you switch, and put it back when you are done.
    """

    def validate(model, batches, metric):
        model.eval()
        with torch.no_grad():
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count


def always_back_to_training():
    """Afterwards you put the whole model into training mode, however it came.

    If it came in evaluation mode, because somebody uses it and does not train it at all, it now drops numbers at
    random in the middle of its work. And a layer that was kept in evaluation mode for good is training again. "As
    it was" needs a look before you switch: take a note of each part's mode, and put that back.
    """

    def validate(model, batches, metric):
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            model.train()


def one_mode_for_all():
    """You remember one mode, the model's own, and give it to all parts.

    The parts of a model may be in different modes. People who train a model further often keep its batch norm
    layers in evaluation mode. Your note says "the model was training", and when you put that back, these layers are
    training too: they lose their averages, without any error. Take a note for each part. `model.modules()` goes
    through all of them.
    """

    def validate(model, batches, metric):
        mode = model.training
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            model.train(mode)


def first_level_only():
    """You put back the modes of the model and of its direct parts, but not of the parts within those.

    Parts can have parts: a block of three layers may lie in a network of four blocks. `children()` gives the blocks
    only, and what is inside them gets its block's mode. If a dropout layer inside one block was in another mode
    than the block, that is lost. `modules()` goes all the way down.
    """

    def validate(model, batches, metric):
        modes = [(part, part.training) for part in [model, *model.children()]]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for part, mode in modes:
                part.train(mode)


def mode_lost_on_error():
    """If something raises, the model stays in evaluation mode.

    An error leaves your function at once, and the lines that put the modes back are never reached. Somebody may
    catch that error, mend the metric and go on training, in the wrong mode. What has to happen in any case belongs
    into a `finally` block, as in the lesson's darkroom: there the lamp goes on again although 1 / 0 has failed.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        with torch.no_grad():
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
        for module, mode in modes:
            module.training = mode
        return total / count


def tracks():
    """The predictions are recorded for gradients, though nobody will ask for any.

    For each prediction PyTorch keeps all numbers from the layers in between, in case that `backward()` comes. That
    takes time, and with large batches a lot of memory. To measure is not to learn. Inside `torch.no_grad()` PyTorch
    does not record, and goes back to how it was by itself, also after an error.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def detached_afterwards():
    """You cut the predictions off from their graph, but the graph was made.

    `detach()` gives a tensor without a graph. By then the model has already run with recording on, and all numbers
    from its layers were kept for a `backward()` that never comes. The time and the memory are spent. It is the
    model's run itself that should not be recorded, so switch recording off around the call, and not after it.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb).detach(), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def recording_left_off():
    """Afterwards recording is switched off for everybody.

    `torch.set_grad_enabled(False)` works for the whole program, until somebody switches it on again. The next
    training epoch fails: "element 0 of tensors does not require grad". The same function can stand in a `with`
    line, and so can `torch.no_grad()`. Then it holds for the lines inside only, and what was before comes back by
    itself.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval(), torch.set_grad_enabled(False)
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def recording_forced_on():
    """Afterwards recording is switched on, even if it was off before.

    Somebody may call you inside their own `torch.no_grad()`. When you are done and switch recording on, it is on
    for the rest of their block too, and they record what they did not want to. "On" is not the same as "as it was".
    A `with` block, such as `torch.no_grad()`, remembers what was before, and goes back to that.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval(), torch.set_grad_enabled(False)
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            torch.set_grad_enabled(True)
            for module, mode in modes:
                module.training = mode


def recording_lost_on_error():
    """If something raises, recording for gradients stays off.

    An error leaves your function at once, and the line that switches recording on again is never reached. From then
    on nothing in the whole program is recorded, and the next `backward()` fails far away from the cause. A `with`
    block puts things right however it is left. `torch.no_grad()` is made for that.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        recording = torch.is_grad_enabled()
        model.eval()
        try:
            torch.set_grad_enabled(False)
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            torch.set_grad_enabled(recording)
            return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def freezes_the_parameters():
    """You switch `requires_grad` off for the parameters, and they stay like that.

    With frozen parameters nothing is recorded, that is true. But they are the model's own, and after you have
    measured it, nobody can train it any more: `backward()` finds nothing that wants a gradient. Switching recording
    off for a few lines does the same without touching the model. `torch.no_grad()` does that.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval().requires_grad_(False)
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def thaws_the_parameters():
    """Afterwards all parameters have `requires_grad` on, also those that were frozen before.

    Some people freeze the lower layers of a model and train the upper ones only. You switch all parameters off and
    then all of them on, and the frozen ones are lost: the next epoch trains them. Leave the parameters alone.
    `torch.no_grad()` switches recording off for a few lines, and needs no note of what was before.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval().requires_grad_(False)
        try:
            total, count = 0.0, 0
            for xb, yb in batches:
                total += float(metric(model(xb), yb)) * len(xb)
                count += len(xb)
            return total / count
        finally:
            model.requires_grad_(True)
            for module, mode in modes:
                module.training = mode


def swallows_the_error():
    """If something raises, you return a number as if nothing had happened.

    A `return` in a `finally` block, or an `except` that only passes, makes the error vanish. Say that the third of
    ten batches cannot be read. You return the mean of the first two, and nobody will ever know that it is not the
    mean of all. A wrong number is worse than an error. Tidy up, and let the error go on.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        total, count = 0.0, 0
        try:
            with torch.no_grad():
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
        except Exception:
            pass
        for module, mode in modes:
            module.training = mode
        return total / count


def needs_a_tensor():
    """You ask what the metric gives for its `.item()`, and a plain number has none.

    A metric may give a tensor of shape () or a Python float. The method `item` belongs to tensors, and for a float
    Python says "'float' object has no attribute 'item'". There is a way that takes both: Python's own type for such
    numbers can be called like a function, and `float(0.5)` and `float(torch.tensor(0.5))` are the same.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += metric(model(xb), yb).item() * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def returns_a_tensor():
    """You return a tensor, where a plain Python number was wanted.

    If the metric gives tensors, every sum into which they go is a tensor too. It prints like a number, but whoever
    formats it, writes it to a file or draws it has to take it apart first. And for another metric, which gives
    floats, your function would return a float. Turn what comes into a plain number, and the answer is one in any
    case.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for xb, yb in batches:
                    total += metric(model(xb), yb) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def needs_a_dataset():
    """You ask the batches for their data set, and not everything that gives batches has one.

    `len(batches.dataset)` works for PyTorch's `DataLoader`. A list of batches has no `dataset`, nor has a
    generator. Even where there is one its length can be wrong, because a last batch may be left out. All that you
    may rely on is that a `for` loop gives pairs. Count the examples while they go by.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total = 0.0
                for xb, yb in batches:
                    total += float(metric(model(xb), yb)) * len(xb)
                return total / len(batches.dataset)
        finally:
            for module, mode in modes:
                module.training = mode


def needs_an_index():
    """You take batches by their number, and not everything that gives batches can do that.

    `batches[i]` works for a list. But your own `Batches` and PyTorch's `DataLoader` make each batch when it is
    asked for, one after the other, and have no `[ ]`. Python then says that the object "is not subscriptable". All
    that you may rely on is that a `for` loop gives pairs, so go through them without a number.
    """

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                total, count = 0.0, 0
                for i in range(len(batches)):
                    xb, yb = batches[i]
                    total += float(metric(model(xb), yb)) * len(xb)
                    count += len(xb)
                return total / count
        finally:
            for module, mode in modes:
                module.training = mode


def goes_on_counting():
    """The second call's mean still holds what the first one has seen.

    Your sum and your count live outside the function, or in a default value, and are made only once. The second
    call adds to what the first one left. After 0.6 in the first call, 0.8 in the second comes out as 0.7. So a
    model that gets better seems to do so more slowly than it does. Let both start from nothing inside the function,
    at each call.
    """

    sums = [0.0, 0]

    def validate(model, batches, metric):
        modes = [(module, module.training) for module in model.modules()]
        model.eval()
        try:
            with torch.no_grad():
                for xb, yb in batches:
                    sums[0] += float(metric(model(xb), yb)) * len(xb)
                    sums[1] += len(xb)
                return sums[0] / sums[1]
        finally:
            for module, mode in modes:
                module.training = mode
