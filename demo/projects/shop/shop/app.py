"""The shop's pages and its small API."""

from flask import Flask, jsonify, redirect, request

from shop import catalogue, orders, receipts

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1 << 20


@app.get("/products")
def products():
    return jsonify(catalogue.all_products())


@app.post("/orders")
def place_order():
    order = orders.place(request.get_json())
    return jsonify(order), 201


@app.get("/orders/<int:number>/receipt")
def receipt(number):
    return receipts.as_pdf(orders.by_number(number))


@app.get("/go")
def leave():
    return redirect(request.args["to"])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080, debug=True)
