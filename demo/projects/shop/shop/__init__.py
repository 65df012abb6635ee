"""A small web shop: a catalogue, a cart and receipts."""
