# Hamlet. `make run` starts the demonstration; `make test` proves the product.
SWIFT := swift
FLAGS := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization $(FLAGS)
LISTEN ?= 127.0.0.1:8080

.PHONY: run run-once test check lint format bench torture tsan asan setup-run setup-test setup-bench clean

run: setup-run
	@scripts/build-release "$(SWIFT)" $(RELEASE)
	@exec scripts/serve-demonstration $(LISTEN)

# As `run`, for machines: stops once the front page was answered.
run-once: setup-run
	@scripts/build-release "$(SWIFT)" $(RELEASE)
	@scripts/run-once $(LISTEN)

test: setup-test
	@scripts/test "$(SWIFT)" $(FLAGS)

check: lint test

# Without PyPI everything works but packs as PDF, which then say so.
setup-run:
	@scripts/packages run
	@scripts/venv run || true

setup-test:
	@scripts/packages test
	@scripts/venv run
	@scripts/venv test

setup-bench:
	@scripts/packages bench
	@scripts/venv bench

lint:
	@scripts/lint "$(SWIFT)"

format:
	@$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

bench: setup-bench
	@scripts/build-release "$(SWIFT)" $(RELEASE)
	@$(SWIFT) build --product statistics-bench $(RELEASE)
	@Benchmarks/run

# Kills the program at every commit and at random moments; some ten minutes.
torture: setup-test
	@scripts/torture "$(SWIFT)" $(FLAGS)

# Both run the unit, store and journey tests under a sanitiser, in a build folder of their own.
tsan: setup-test
	@scripts/sanitize thread "$(SWIFT)" $(FLAGS)

asan: setup-test
	@scripts/sanitize address "$(SWIFT)" $(FLAGS)

clean:
	rm -rf .build .build-* .test
