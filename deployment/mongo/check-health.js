// The health check of MongoDB. Transactions need a replica set: the first check makes one of this single member, the
// later ones ask whether it takes writes.
/* global db, rs, quit, require */
const { readFileSync } = require('node:fs');

db.getSiblingDB('admin').auth('root', readFileSync('/run/secrets/coliseum/root-password', 'utf8'));
try {
  rs.status();
} catch {
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] });
}
quit(db.hello().isWritablePrimary ? 0 : 1);
