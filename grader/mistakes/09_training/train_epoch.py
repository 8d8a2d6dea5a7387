"""Known wrong answers to `train_epoch`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "goes_on_counting": "disturbed",
    "keeps_every_graph": "graphs",
    "keeps_the_last_graph": "a_graph",
}


def no_zeroing():
    """The gradients are never cleared, so each step also repeats all the earlier ones.

    `backward()` adds its gradients to what lies in `.grad`. Say that the first batch gives 4 and the second gives -1.
    Then the second step uses 4 - 1 = 3: it walks on in a direction that no longer holds. With each batch the sum
    grows, the steps get longer, and in the end the loss explodes. Somebody has to clear the gradients once a batch.
    The optimizer and the model both have a method for it.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def zeroed_once():
    """The gradients are cleared once, before the loop, and then pile up from batch to batch.

    The first step is right, for it starts clean. But `backward()` adds: if three batches give the gradients 4, -1 and
    2, your steps use 4, then 3, then 5. Each batch needs a clean start of its own, and an epoch has many batches.
    Move the clearing to a place that is reached once for each batch.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        optimizer.zero_grad()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def zeroed_before_the_step():
    """When the optimizer takes its step there are no gradients, so the model does not move.

    Either they are cleared after `backward()` and before `step()`, or `step()` comes before `backward()` has found
    any. Both ways the step finds nothing, and a step along no gradient leads nowhere: the loss stays the same for
    ever, and no error tells you so. Think of the order as a sentence: make clean, find the gradients, use them.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def step_before_backward():
    """The step comes between the prediction and `backward()`, and pulls the ground away.

    The graph remembers the parameters with which the prediction was made, and needs them to find the gradients. But
    your step has changed them in the meantime. PyTorch mostly notices, and says that a variable it needs "has been
    modified by an inplace operation". At the first batch it goes well, for there are no gradients yet to step along.
    First find the gradients of this batch, and only then step along them.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.step()
            optimizer.zero_grad()
            loss.backward()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def one_batch_late():
    """Each step uses the gradients of the batch before.

    The step stands at the top of the loop, before this batch has been looked at. At the first batch there are no
    gradients yet, or some that were left over. From then on every step is one batch late, and the last batch's
    gradients are never used. With the gradients 4, -1 and 2 in three batches you step along nothing, 4 and -1.
    First find the gradients of this batch, and then step along them.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            optimizer.step()
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def leftovers_count():
    """What lay in `.grad` before the call is added to the gradients of your first batch.

    You clear after each step. That makes the next batch clean, but not the first one. Somebody may have called
    `backward()` on this model before, to look at a gradient, and left 10 behind. If your first batch gives 4, your
    first step uses 14. Clear before `backward()`, or once more before the loop begins.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def one_step_an_epoch():
    """You collect the gradients of all batches and take a single step at the end.

    That is one step for an epoch, where it should be one for each batch. With 100 batches the model moves once where
    it could have moved 100 times, each time with fresh gradients from where it then stands. Steps are what learning
    is made of. Whatever belongs to a batch, the step included, has to lie inside the loop.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        optimizer.zero_grad()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            total += loss.item() * len(xb)
            count += len(xb)
        optimizer.step()
        return total / count


def only_the_first_batch():
    """After the first batch you stop.

    An epoch goes through all batches. Look at where your `return` stands: if it lies inside the loop, it ends the
    loop as well, at its first turn. With the losses 0.5 and 0.2 in two batches you only ever see the 0.5, and the
    examples of the second batch are never learnt from. Let the loop come to its end first.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return loss.item()


def steps_by_hand():
    """You move the parameters yourself, and the optimizer is never asked.

    The optimizer is handed in so that the loop need not know how a step is made. One takes plain steps, one has
    momentum, one is `Adam`, and each has a learning rate of its own, which your loop cannot know. With a fixed 0.1
    your step may be ten times too long. Leave the step to the optimizer, then any of them will do.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            model.zero_grad()
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= 0.1 * p.grad
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def arguments_swapped():
    """The loss gets the targets first and the predictions second.

    `loss_fn` takes `(preds, targs)`, in this order. For some losses, such as the squared error, it makes no
    difference. For most it does: `mnist_loss` asks whether a target is 1, and would now ask it of the predictions.
    No error tells you so, but the number is another, and so is its gradient. Hand over what the model says first.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(yb, model(xb))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def small_batch_skipped():
    """A batch that is smaller than the others is left out.

    The last batch is often smaller, and it is as good as any: its examples are in no other one. If you leave it out
    they are not learnt from, and the mean loss is that of the others alone. With 5 examples in batches of 4, one in
    five would be thrown away. Take every batch that comes, and let it count by its own size.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count, size = 0.0, 0, 0
        for xb, yb in batches:
            size = max(size, len(xb))
            if len(xb) < size:
                continue
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def mean_of_batch_means():
    """You give the mean of the batches' means, in which a small batch counts as much as a large one.

    Take 4 examples with a mean loss of 0.5, and 1 example with 0.2. The mean of the two means is 0.35. But four of
    the five examples stand at 0.5, and their common mean is (4 * 0.5 + 1 * 0.2) / 5 = 0.44. Only if all batches have
    the same size are the two equal. Let each batch's mean count as often as the batch has examples.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return sum(losses) / len(losses)


def sum_of_batch_means():
    """You add the batches' losses up, and do not divide.

    A sum grows with the number of batches: the same model on twice as many examples seems to be twice as bad, and two
    epochs of different lengths cannot be compared. From 0.5 and 0.2 you make 0.7, a loss that no example has. What is
    wanted is the mean over the examples: weigh each batch by its size, add up, and divide by all examples.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total = 0.0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        return total


def divided_by_the_batches():
    """You weigh each batch by its size, and then divide by the number of batches.

    The two do not belong together. With 4 examples at 0.5 and 1 example at 0.2 the weighted sum is 2.2. Divided by 2
    batches that is 1.1, more than any of the losses, and a mean cannot be larger than the largest. The weights add up
    to the number of examples, 5, so that is what to divide by: 2.2 / 5 = 0.44.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += 1
        return total / count


def divided_by_the_examples_only():
    """You add up the batches' means as they are, and divide by the number of examples.

    The loss that comes is already a mean: the sum over the batch was divided by its size. Dividing by the number of
    examples once more makes it far too small. From 0.5 for four examples and 0.2 for one you get 0.7 / 5 = 0.14, less
    than any of the losses. First turn each mean back into a sum, with the batch's own size.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
            count += len(xb)
        return total / count


def last_loss():
    """You return the loss of the last batch only.

    After the loop the name `loss` still holds what the last turn put there. That is the loss of a few examples, often
    of fewer than in the other batches. With batches at 0.5 and 0.2 you say 0.2, though four of five examples were at
    0.5. The number would jump about from epoch to epoch by luck. Gather something from every batch.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        return loss.item()


def measured_after_the_step():
    """You measure each batch's loss again after the step, and it looks better than it was.

    The model has just been moved so that this very batch comes out better. Asking it about the same batch again is
    like grading pupils right after they were told the answer. It also costs a second prediction for each batch. The
    loss that led to the step is the one that is wanted. You have it already.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            optimizer.zero_grad()
            loss_fn(model(xb), yb).backward()
            optimizer.step()
            with torch.no_grad():
                total += loss_fn(model(xb), yb).item() * len(xb)
            count += len(xb)
        return total / count


def goes_on_counting():
    """The second epoch's loss still holds the losses of the first.

    Your sum and your count live outside the function, or in a default value, and are made only once. The second call
    adds to what the first one left. After epochs at 0.8 and 0.4 you say 0.6 for the second. So the loss seems to sink
    more slowly than it does. Let both start from nothing inside the function, at each call.
    """

    sums = [0.0, 0]

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            sums[0] += loss.item() * len(xb)
            sums[1] += len(xb)
        return sums[0] / sums[1]


def returns_a_tensor():
    """You return a tensor, where a plain Python number was wanted.

    What a loss function gives is a tensor, and so is every sum into which it goes. It prints like a number, but
    whoever writes it to a file, formats it or draws it has to take it apart first. If it still records, the graph of
    every batch comes along with it. A tensor of one element has a method that gives its number.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = torch.zeros(()), 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(xb)
            count += len(xb)
        return total / count


def keeps_every_graph():
    """The graphs of all batches stay alive until the epoch ends.

    Behind a loss hangs the graph of its batch. If you add up the losses themselves, or keep them in a list, each of
    them holds on to its graph, and so does every sum. With a thousand batches the memory fills up, and the program
    stops with "out of memory" long after the line that caused it. Turn the loss into a plain number, or detach it,
    before it goes into anything that lives longer than the batch.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss * len(xb)
            count += len(xb)
        return (total / count).item()


def keeps_the_last_graph():
    """The graph of the last batch is still alive after the epoch.

    A loss or a prediction was put somewhere that outlives the function: on the model, in a global variable, in a list
    of somebody else's. Behind it hangs the whole graph of its batch, and as long as anybody can reach the loss,
    PyTorch must keep it. If the number is worth keeping, keep the number: `.item()` gives it, with nothing behind it.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        model.last_loss = loss
        return total / count


def not_in_training_mode():
    """The model is trained in whatever mode it came.

    After somebody has used a model it is in evaluation mode, and there it stays. In that mode dropout drops nothing
    and batch norm no longer looks at the batch, so you train another model than you think. Nothing fails, it only
    learns worse. Every `nn.Module` has a method that turns the mode on for all its parts. Call it before the loop.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def only_the_top():
    """You set the flag of the model itself, and its layers keep theirs.

    `training` is only a note on one module. A dropout layer inside looks at its own note, and that still says "not
    training". So the model looks as if it trained, and the layer drops nothing. The method of `nn.Module` does more
    than set a flag: it goes through all layers within, and the layers within those.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.training = True
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count


def back_to_evaluation():
    """After the epoch you switch the model to evaluation mode.

    The contract says that it is in training mode during the pass and afterwards. One who trains for an epoch usually
    goes on to the next. If somebody wants to measure in between, `validate` switches, and switches back. So each
    function has one job, and you know in which mode the model comes out. Leave it training.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        model.eval()
        return total / count


def needs_a_dataset():
    """You ask the batches for their data set, and not everything that gives batches has one.

    `len(batches.dataset)` works for PyTorch's `DataLoader`. A list of batches has no `dataset`, nor has a generator.
    Even where there is one its length can be wrong, because a last batch may be left out. All that you may rely on is
    that a `for` loop gives pairs. Count the examples while they go by.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total = 0.0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
        return total / len(batches.dataset)


def needs_an_index():
    """You take batches by their number, and not everything that gives batches can do that.

    `batches[i]` works for a list. But your own `Batches` and PyTorch's `DataLoader` make each batch when it is asked
    for, one after the other, and have no `[ ]`. Python then says that the object "is not subscriptable". All that you
    may rely on is that a `for` loop gives pairs, so go through them without a number.
    """

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        total, count = 0.0, 0
        for i in range(len(batches)):
            xb, yb = batches[i]
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        return total / count
