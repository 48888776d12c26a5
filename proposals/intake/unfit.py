class Unfit(Exception):
    """This file is not taken in. The sentence is for the person who sent it."""
