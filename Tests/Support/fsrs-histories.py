"""Prints random histories of cards as py-fsrs counts them, with its default weights and steps and without fuzzing.

    fsrs-histories.py [--count 200] [--seed 1]

A line is a history: the wanted retention, then of each review grade,days,phase,step,stability,difficulty,minutes. The
days since the last review are whole, the phase is L, R or X for learning, review and relearning, and the minutes are
those until it is due. Needs the package fsrs.
"""

import argparse
import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler, State

PHASES = {State.Learning: "L", State.Review: "R", State.Relearning: "X"}


def days_until_review(numbers, card, date):
    """As often when it is due as on the same day, a little later or much later."""
    due = max(0, (card.due - date).days)
    return numbers.choice([due, due, 0, numbers.randint(0, 3), due + numbers.randint(0, 30), numbers.randint(0, 400)])


def history(numbers):
    retention = numbers.choice([0.8, 0.85, 0.9, 0.95])
    scheduler = Scheduler(desired_retention=retention, enable_fuzzing=False)
    card, date, reviews = Card(), datetime(2022, 11, 29, 12, 30, tzinfo=timezone.utc), []
    for number in range(numbers.randint(4, 12)):
        days = days_until_review(numbers, card, date) if number else 0
        date += timedelta(days=days)
        grade = numbers.choices([1, 2, 3, 4], weights=[2, 2, 5, 1])[0]
        card, _ = scheduler.review_card(card, Rating(grade), date)
        step = -1 if card.step is None else card.step
        minutes = (card.due - date) / timedelta(minutes=1)
        reviews.append(
            f"{grade},{days},{PHASES[card.state]},{step},{card.stability:.15g},{card.difficulty:.15g},{minutes:.15g}"
        )
    return " ".join([f"{retention}"] + reviews)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    numbers = random.Random(options.seed)
    for _ in range(options.count):
        print(history(numbers))


main()
