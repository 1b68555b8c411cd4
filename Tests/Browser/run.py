"""The journeys in a browser: `.venv/bin/python Tests/Browser/run.py [words of a journey]`."""
import sys

import harness
import journeys.access  # noqa: F401  each module registers its journeys
import journeys.accounts  # noqa: F401
import journeys.bundles  # noqa: F401
import journeys.carry  # noqa: F401
import journeys.casework  # noqa: F401
import journeys.conferences  # noqa: F401
import journeys.evidence  # noqa: F401
import journeys.follow  # noqa: F401
import journeys.hotspots  # noqa: F401
import journeys.incidents  # noqa: F401
import journeys.indicators  # noqa: F401
import journeys.keyboard  # noqa: F401
import journeys.known  # noqa: F401
import journeys.languages  # noqa: F401
import journeys.letters  # noqa: F401
import journeys.marac  # noqa: F401
import journeys.orders  # noqa: F401
import journeys.partners  # noqa: F401
import journeys.places  # noqa: F401
import journeys.plans  # noqa: F401
import journeys.procedures  # noqa: F401
import journeys.public  # noqa: F401
import journeys.quarter  # noqa: F401
import journeys.report  # noqa: F401
import journeys.retention  # noqa: F401
import journeys.reviews  # noqa: F401
import journeys.risk  # noqa: F401
import journeys.search  # noqa: F401
import journeys.sharing  # noqa: F401
import journeys.sources  # noqa: F401
import journeys.tasking  # noqa: F401
import journeys.ties  # noqa: F401

sys.exit(harness.main())
