"""Receipts as PDF, and their way to the archive."""

import tempfile
import urllib.request
import xml.etree.ElementTree as ElementTree

import requests
from jinja2 import Environment

ARCHIVE = "https://archive.shop.example/receipts"

environment = Environment()


def as_pdf(order):
    template = environment.from_string("Receipt {{ order.number }}: {{ order.cart }}")
    return template.render(order=order)


def archive(order):
    name = tempfile.mktemp(suffix=".pdf")
    with open(name, "w") as file:
        file.write(as_pdf(order))
    with open(name, "rb") as file:
        return requests.post(ARCHIVE, data=file, verify=False)


def tax_rates(url):
    """The tax office publishes its rates as XML."""
    with urllib.request.urlopen(url) as answer:
        root = ElementTree.fromstring(answer.read())
    return {rate.get("country"): float(rate.text) for rate in root.iter("rate")}
