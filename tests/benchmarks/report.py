"""The coach's report: pages a second, their size, and what the review alone costs to write down.

Figures only, never a pass or a fail: python -m tests.benchmarks.report
"""

from reframe.bundled import bundled
from reframe.engine.reading import read
from reframe.engine.reframer import Reframer
from reframe.engine.reporting import report_page
from reframe.formats.ledger import Ledger
from tests.benchmarks.render import milliseconds
from tests.documents.made import sample


def main() -> None:
    reframer = Reframer()
    mara = read(bundled("data", "samples", "mara-okonski.docx"))
    ledger = Ledger.load(bundled("data", "samples", "mara-okonski.ledger.yaml"))
    reviews = {
        "Mara, first draft": reframer.review(mara),
        "Mara, with answers": reframer.review(mara, ledger),
        "four pages": reframer.review(sample("four-page")),
    }
    print(f"{'':<20}{'lines':>6}{'questions':>11}{'page':>10}{'size':>9}{'review.json':>13}")
    for name, review in reviews.items():
        page = milliseconds(lambda review=review: report_page(review, reframer=reframer))
        floor = milliseconds(review.to_json)
        size = len(report_page(review, reframer=reframer).encode()) / 1000
        print(
            f"{name:<20}{len(review.bullets()):>6}{len(review.questions()):>11}"
            f"{page:>7.1f} ms{size:>6.0f} kB{floor:>10.1f} ms"
        )


if __name__ == "__main__":
    main()
