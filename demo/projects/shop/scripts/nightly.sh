#!/bin/sh
# Copies the day's orders to the archive.
set -e
host=archive.shop.example
curl -k -s -H "Authorization: Bearer @archive_token@" -F file=@shop.db https://$host/orders
rm -rf /tmp/shop-export
