# Thin: everything is in meson.build.
all: build/build.ninja
	@ninja -C build

build/build.ninja:
	@meson setup build

test:
	@tools/test

install: all
	@meson install -C build

.PHONY: all test install
