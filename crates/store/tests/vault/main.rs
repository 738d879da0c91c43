//! The vault's database as it lies on the disk: real files, real SQLCipher, real kills. Nothing is mocked.

mod audit;
mod damage;
mod fixtures;
mod full;
mod kills;
mod records;
mod rules;
mod search;
mod secrecy;
