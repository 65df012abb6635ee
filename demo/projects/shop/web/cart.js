// The cart in the customer's browser.
const crypto = require('crypto');

function show(cart, element) {
  element.innerHTML = cart.map(function (item) {
    return '<li>' + item.name + '</li>';
  }).join('');
}

function token(cart) {
  return crypto.createHash('md5').update(JSON.stringify(cart)).digest('hex');
}

module.exports = { show, token };
