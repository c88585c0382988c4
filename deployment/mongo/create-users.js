// Run by the image of MongoDB on an empty database: one user that writes, for worker and preparation, and one that only
// reads, for the API. `arena secrets` makes their passwords.
/* global db, require */
const { readFileSync } = require('node:fs');

const readPassword = (user) => readFileSync(`/run/secrets/coliseum/${user}-password`, 'utf8');

const admin = db.getSiblingDB('admin');
admin.createUser({
  user: 'writer',
  pwd: readPassword('writer'),
  // The second role changes validators, which `prepare` brings up to date.
  roles: [
    { role: 'readWrite', db: 'coliseum' },
    { role: 'dbAdmin', db: 'coliseum' },
  ],
});
admin.createUser({ user: 'reader', pwd: readPassword('reader'), roles: [{ role: 'read', db: 'coliseum' }] });
