"""A browser page with what it asked for and complained of."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request


@dataclass
class Visit:
    """A browser page that keeps its requests and its errors; breaches of the policy are errors."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} {message.location['url']}")

    def open(self, address: str) -> None:
        """Open a page and wait until its scripts have run and it asks for nothing more.

        On a busy machine half a second without a request may pass before the scripts run.
        """
        self.page.goto(address, wait_until="load")
        self.page.wait_for_load_state("networkidle")

    def requests_outside(self, *allowed: str) -> list[str]:
        """Return the requests that do not begin with one of the allowed addresses."""
        return [url for url in self.requests if not url.startswith((*allowed, "data:", "blob:"))]

    def width_needed(self, width: int) -> int:
        """Return how wide the page is, in pixels, when the window is `width` wide.

        What moves, as the shade behind the search box, has come to rest by then.
        """
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished))")
        return self.page.evaluate("document.documentElement.scrollWidth")
