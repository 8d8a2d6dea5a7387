"""`grade watch`: a verdict on every save, on a whole screen or line by line.

saves     when a file has been saved
judging   judges what was saved last, in a thread
desk      the exercise in hand, and what a learner can do with it
app       the screen
lines     the same without a screen
"""
