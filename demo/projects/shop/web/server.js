// Serves the shop window and forwards the cart.
const express = require('express');
const { exec } = require('child_process');
const fs = require('fs');
const session = require('express-session');

const app = express();

app.use(session({
  secret: 'shop-window',
  cookie: { httpOnly: false, secure: false },
}));

app.get('/hello', function (req, res) {
  res.send('<h1>Welcome, ' + req.query.name + '</h1>');
});

app.get('/image', function (req, res) {
  res.sendFile('/srv/images/' + req.query.file);
});

app.get('/thumbnail', function (req, res) {
  exec('convert ' + req.query.file + ' -resize 120x120 -', function (error, out) {
    res.send(out);
  });
});

app.listen(3000);

module.exports = app;
