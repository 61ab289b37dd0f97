# make         安装，生成网站（site/）和印本（site/books/）
# make test    安装测试工具，跑全部检查和测试
# make serve   边改边看
# make setup   只安装，连同测试工具；以后都不用联网
# make fonts   只装印本用的字体
# make clean   删除生成物，保留 .venv
# make lock    重新锁定依赖版本（需要 uv）

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --only-binary :all: --requirement
# "fewest": one version of each package for every Python, so that every office builds the same.
UV_LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--fork-strategy fewest --no-header --no-emit-index-url --annotation-style line

# The Chromium that the browser tests drive, under any of the names tests/browser looks for.
CHROMIUM := command -v chromium || command -v chromium-browser || command -v google-chrome

# $(call system-package,NAME): install NAME with the package manager, as root or through sudo.
AS_ROOT := $$(test "$$(id -u)" = 0 || echo sudo)
define system-package
	if command -v apt-get; then $(AS_ROOT) apt-get update && $(AS_ROOT) apt-get install -y $(1); \
	elif command -v dnf; then $(AS_ROOT) dnf install -y $(1); \
	else echo "请先用系统的软件包管理器安装 $(1)。" >&2; exit 1; fi
endef

# The fonts of the printed books; the program says which are missing and what to do.
HAS_FONTS := $(BIN)/python -m macros pdf --fonts
FONT_PACKAGES := texlive-lang-chinese fonts-lxgw-wenkai
UNPACK_FONTS := { $(AS_ROOT) apt-get update || true; } && cd $(VENV)/fonts \
	&& apt-get download $(FONT_PACKAGES) && for package in *.deb; do \
		dpkg-deb --fsys-tarfile "$$package" | tar -x --wildcards --transform 's,.*/,,' \
			'*/Fandol[FKHS]*.otf' '*/LXGWWenKai*-Regular.ttf'; \
	done; rm -f *.deb

.NOTPARALLEL:
.PHONY: all build books fonts setup test serve clean lock

all: build books

build: $(VENV)/runtime $(VENV)/project
	$(BIN)/handbook build

# After the site: a new site has no books yet. Unchanged ones come from .cache/.
books: $(VENV)/project $(VENV)/fonts/ready
	$(BIN)/handbook pdf

fonts: $(VENV)/fonts/ready

setup: $(VENV)/dev $(VENV)/project $(VENV)/chromium $(VENV)/nginx $(VENV)/fonts/ready

test: setup
	$(BIN)/ruff check
	$(BIN)/handbook check
	$(BIN)/pytest -n 2

serve: $(VENV)/runtime $(VENV)/project
	$(BIN)/handbook serve

clean:
	rm -rf site build .cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find macros tests -name __pycache__ -type d -prune -exec rm -rf {} +

lock:
	$(UV_LOCK) --extra install --output-file requirements.lock
	$(UV_LOCK) --extra install --extra dev --output-file requirements-dev.lock

# What follows are stamp files: nothing is installed again until its lock changes.

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "需要 Python 3.11 或更高版本；也可以写 make PYTHON=python3.12。" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { $(call system-package,python3-venv); }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: requirements.lock | $(VENV)/created
	$(PIP) install $(LOCKED) requirements.lock
	@touch $@

# The development lock holds the runtime lock too, hence both stamps.
$(VENV)/dev: requirements.lock requirements-dev.lock | $(VENV)/created
	$(PIP) install $(LOCKED) requirements-dev.lock
	@touch $(VENV)/runtime $@

# Order-only after the locks: setuptools, which builds it, comes from there. pip does not compile
# what it leaves in place, and where Python may not write beside it, each run would compile it.
$(VENV)/project: pyproject.toml | $(VENV)/runtime
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q macros
	@touch $@

$(VENV)/chromium: | $(VENV)/created
	@$(CHROMIUM) || { $(call system-package,chromium); }
	@touch $@

# The web server that the tests of publishing drive; only its program, never a running service.
$(VENV)/nginx: | $(VENV)/created
	@command -v nginx || command -v /usr/sbin/nginx || { $(call system-package,nginx-light); }
	@touch $@

# Fonts for the books, unless every role can be played by what is there. Debian's packages are
# only unpacked, because Fandol comes with all of TeX; that needs no root.
$(VENV)/fonts/ready: | $(VENV)/project
	@mkdir -p $(VENV)/fonts
	@$(HAS_FONTS) 2>/dev/null || { \
		if command -v apt-get; then $(UNPACK_FONTS); \
		elif command -v dnf; then $(AS_ROOT) dnf install -y texlive-fandol lxgw-wenkai-fonts; \
		fi; }
	@$(HAS_FONTS)
	@touch $@
