"""Known wrong answers to `center_columns`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "float32_on_the_way": "float32_on_the_way",
}


def mean_over_everything():
    """One average over the whole table is subtracted, not one for each column.

    In the lesson heights are around 170 and shoe sizes around 39. The average of all six numbers is 104.5,
    and it says nothing about either. After subtracting it, heights are far above zero and shoe sizes far
    below. Each column needs an average of its own. Tell `mean` along which axis it should run, so that one
    number is left for each column.
    """

    def center_columns(x):
        return x - x.mean()


def mean_over_rows():
    """The average of each row is subtracted, but that of each column is wanted.

    You average along the rows: a person's height and shoe size together, which is a number without a
    meaning. The axis you name is the one that disappears. To be left with one number for each column, the
    axis of the rows has to go. Look at the two examples in the lesson, and at which shape each of them
    leaves.
    """

    def center_columns(x):
        return x - x.mean(dim=1, keepdim=True)


def row_means_on_columns():
    """The averages of the rows are subtracted from the columns.

    Averaging over axis 1 leaves one number for each *row*, (n,). Lined up at the right, these meet the
    columns. With a table that has as many rows as columns, PyTorch sees nothing wrong, and the numbers are
    nonsense; with any other table it stops with an error. The axis you name is the one that disappears.
    Which one has to go, so that one number is left for each column?
    """

    def center_columns(x):
        return x - x.mean(dim=1)


def written_into_the_table():
    """The table that was given is changed itself.

    The numbers you return are right, but the caller's table now holds them too: its heights and shoe sizes
    are gone. An operation that ends in an equals sign, such as `-=`, and a method whose name ends in an
    underscore, write into the tensor they work on. A tensor that came as an argument belongs to somebody
    else. Make a new one from it.
    """

    def center_columns(x):
        x -= x.mean(dim=0)
        return x


def divided_by_deviation():
    """The columns are also divided by their spread, which was not asked for.

    After shifting, the heights in the lesson should be 10, -10 and 0. You give 1, -1 and 0, because you
    divide by the standard deviation as well. That is a useful step of its own and is called standardising.
    With a table of a single row, or a column in which all numbers are alike, it even divides zero by zero.
    Stop after the shift.
    """

    def center_columns(x):
        shifted = x - x.mean(dim=0)
        return shifted / x.std(dim=0)


def means_only():
    """You give the averages themselves, not the shifted table.

    For a table of 3 rows and 2 columns the answer should again have 3 rows and 2 columns. You give 2
    numbers, the average of each column. That is half of the work, and the right half to begin with. What is
    missing is to take these averages away from every row of the table. Broadcasting stretches them over the
    rows by itself.
    """

    def center_columns(x):
        return x.mean(dim=0)


def sum_subtracted():
    """The sum of each column is subtracted, where its average was wanted.

    The heights 180, 160 and 170 add up to 510. Taking 510 away from each leaves -330, -350 and -340:
    nothing is centred. The average is the sum divided by how many numbers there are, here 170. With a
    single row sum and average are the same, so that case looks right. Divide by the number of rows, or use
    the operation that does both.
    """

    def center_columns(x):
        return x - x.sum(dim=0)


def median_subtracted():
    """The median of each column is subtracted, not its average.

    The median is the number in the middle when they are sorted: of 1, 2 and 9 it is 2, while the average is
    4. Both are a kind of middle, and for the lesson's little table they happen to agree. But only after
    taking the average away do the numbers of a column add up to 0. Use the average.
    """

    def center_columns(x):
        return x - x.median(dim=0).values


def sign_flipped():
    """The signs are flipped: you take the table away from the averages.

    Who is 180 tall when the average is 170 lies 10 *above* it, so the answer is 10. You give -10. The
    averages of the columns are 0 either way, which makes the slip hard to see. Think of the first person in
    the lesson, and mind which of the two comes first in the subtraction.
    """

    def center_columns(x):
        return x.mean(dim=0) - x


def column_by_column():
    """The numbers are right, but a loop works on one column (or row) after the other.

    Python takes part in every round of a loop, which is slow: a table of a thousand columns needs a
    thousand rounds. PyTorch can find the averages of all columns in one operation, and take them away from
    all rows in a second one. The averages have the shape (d,), the table has (n, d), and broadcasting lines
    them up. Two operations are enough, however large the table is.
    """

    def center_columns(x):
        return torch.stack([column - column.mean() for column in x.unbind(1)], dim=1)


def always_float32():
    """A table of type float64 comes out as float32.

    Somebody who calculates in float64 wants some fifteen digits, and you hand back seven. What comes in as
    one type should go out as that type. All you need, the average and the subtraction, keeps the type by
    itself. Look for a conversion, or for a way of making a new tensor that always gives float32, and leave
    it out.
    """

    def center_columns(x):
        return (x - x.mean(dim=0)).float()


def float32_on_the_way():
    """A table of type float64 is rounded to float32 on the way, so half of its digits are lost.

    The answer is of the right type in the end, but its last digits are noise: 1/3 comes as 0.3333333433.
    Somewhere a step turns numbers into float32, which keeps about seven digits. Making float64 of the result
    adds digits again, but not the ones that were there before. The same happens when only one of two inputs is
    converted: what was rounded once stays rounded. Look for a conversion, and leave it out.
    """

    def center_columns(x):
        return (x.float() - x.float().mean(dim=0)).to(x.dtype)
