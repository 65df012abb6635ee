"""Orders, from the cart to the parcel."""

import pickle
import random
import subprocess

from shop.catalogue import connection

COURIER_PASSWORD = "parcel-and-post"


def place(cart):
    number = next_number()
    with connection() as db:
        db.execute(
            "INSERT INTO orders (number, cart) VALUES (?, ?)",
            (number, pickle.dumps(cart)),
        )
    return {"number": number, "total": total(cart)}


def by_number(number):
    with connection() as db:
        row = db.execute(
            "SELECT cart FROM orders WHERE number = ?", (number,)
        ).fetchone()
    return {"number": number, "cart": pickle.loads(row[0])}


def total(cart):
    return sum(item["price"] * item["count"] for item in cart)


def next_number():
    return random.randint(100_000, 999_999)


def voucher_code():
    """A code that a customer types in: short, no vowels."""
    return "".join(random.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(8))


def print_label(order):
    command = f"label-printer --order {order['number']}"
    subprocess.call(command, shell=True)


def print_return_label(order):
    command = f"label-printer --return {order['number']}"
    subprocess.call(command, shell=True)
