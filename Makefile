# The commands of the project. Everything they need is installed by scripts/setup; caches lie outside the checkout.
export CARGO_TARGET_DIR ?= $(HOME)/.cache/attune/target
# What scripts/setup may have put there: cargo, and programs from the package registries.
export PATH := $(HOME)/.cargo/bin:$(PATH)

.PHONY: demo run test package bench setup

## The main job from sound to signed note, in ./demo-out.
demo: ; scripts/setup demo && cargo run --quiet --package attune-cli -- demo --out demo-out

## The desktop program.
run: ; scripts/setup run && cargo xtask ui --release && cargo run --package attune --features custom-protocol

## Everything that must hold: format, lints, tests, arrows, journeys in a browser and in the real window.
test: ; scripts/setup test && cargo xtask ci

## The installable package for this system.
package: ; scripts/setup test && cargo xtask package

## The benches, one after the other.
bench: ; scripts/setup test && cargo bench --workspace --exclude attune-ui

setup: ; scripts/setup test
