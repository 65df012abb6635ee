# Vigil's tasks. `make demo` and `make test` install what is missing first.

# One module may import only what Package.swift says it depends on.
STRICT := --explicit-target-dependency-import-check error
RELEASE := swift build -c release --static-swift-stdlib --product vigil -Xlinker -s $(STRICT)

.PHONY: demo test lint format formats conformance fuzz bench build install clean

# Runs the sample nights and writes their dashboards to public/.
demo: build
	@"$$($(RELEASE) --show-bin-path)/vigil" demo --output public

# Builds the program in release mode.
build:
	@.ci/packages
	@$(RELEASE)

# Runs all tests.
test:
	@.ci/packages tests
	@.ci/tools
	@swift build --build-tests $(STRICT)
	@swift test --skip-build

# Checks the form of the sources, and that what is generated is up to date.
lint:
	@swift format lint --strict --recursive Sources Tests Benchmarks Fuzzing Package.swift
	@Sources/CAssets/generate
	@git diff --exit-code --stat -- Sources/CAssets/assets.c \
	  || { echo "Sources/CAssets/assets.c was not up to date: commit it" >&2; exit 1; }

# Brings the sources into form.
format:
	@swift format --in-place --recursive Sources Tests Benchmarks Fuzzing Package.swift

# Writes the page about report formats anew.
formats:
	@swift build --product vigil
	@"$$(swift build --show-bin-path)/vigil" formats --markdown > site/formats.md

# Compares what the program reads in real reports with what a reference does, and writes to
# conformance.md how they differ and why: CORPUS names a folder of them with its expected.jsonl;
# unless given, the one beside the checkout.
conformance:
	@.ci/packages tests
	@swift build --build-tests $(STRICT)
	@$(if $(CORPUS),VIGIL_CORPUS="$(CORPUS)") VIGIL_CONFORMANCE_TABLE=conformance.md \
	  swift test --skip-build --filter ConformanceTests

# Feeds random damage to the parsers and readers, each for SECONDS; stops at the first fault.
SECONDS ?= 600
fuzz:
	@.ci/packages
	@for target in json xml csv readers; do Fuzzing/run $$target $(SECONDS) || exit 1; done

# Measures speed and memory; takes a while, and fails only if it cannot measure. CORPUS as above: the
# speed of every format on real reports too.
bench: build
	@.ci/packages tests
	@$(if $(CORPUS),CORPUS="$(CORPUS)") Benchmarks/run

# Installs the program, into /usr/local unless PREFIX says otherwise.
PREFIX ?= /usr/local
install: build
	@install -D "$$($(RELEASE) --show-bin-path)/vigil" "$(DESTDIR)$(PREFIX)/bin/vigil"

clean:
	@rm -rf .build public vigil-demo
