"""Ten words of the trade

You have built most of these things with your own hands by now. Whoever reads about
machine learning, or asks somebody for help, needs their names too. Here are ten
definitions. Which word belongs to each of them?

 1. A number that a layer calculates from its input. Another input gives another number,
    and when the answer is there it can be forgotten.
 2. A number that belongs to the model itself, whatever the input is. Training changes
    it, and it is saved in a file with the model.
 3. A function made of layers: linear ones, with a bend between every two of them.
 4. The slopes of the error, one for each number that training can change: which way is
    up, and how steep it is.
 5. The procedure that finds the slopes for all layers in one sweep, from the error at
    the end back to the first layer.
 6. The method of training that takes many small steps, each of them in the direction
    in which the error falls.
 7. A few examples that go through the model together, so that one step can be taken
    before all the others were looked at.
 8. The number that training makes smaller. It tells how wrong the predictions are, and
    moves a little whenever the model changes a little.
 9. The number by which people judge a model, such as the share of right answers. No
    slope of it is needed.
10. The number that says how long the steps are: the slopes are multiplied by it.

Fill in the words below. Three dots stand where other exercises have `raise
NotImplementedError`: put the word there, in quotation marks, as in `"bread"`. One of a
thing is enough: "loaf", not "loaves". Some answers are two words. Capital letters,
hyphens and spaces make no difference.

Each number is checked by itself. You will be told which ones are wrong, and not what
would have been right.
"""

ANSWERS: dict[int, str] = {
    1: ...,
    2: ...,
    3: ...,
    4: ...,
    5: ...,
    6: ...,
    7: ...,
    8: ...,
    9: ...,
    10: ...,
}
