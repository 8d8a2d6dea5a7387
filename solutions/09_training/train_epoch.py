"""One pass through the data."""


def train_epoch(model, batches, loss_fn, optimizer) -> float:
    """Train `model` for one pass; the mean loss per example."""
    model.train()
    total, count = 0.0, 0
    for xb, yb in batches:
        loss = loss_fn(model(xb), yb)
        # `backward` adds to what lies in `.grad`: cleared right before it, the sum is this batch's gradient alone.
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        # The loss is the mean of len(xb) losses, so it counts that often. A plain number, without the graph behind it.
        total += loss.item() * len(xb)
        count += len(xb)
    return total / count
