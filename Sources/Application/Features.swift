import Accounts
import Hotspots
import Incidents
import Indicators
import Partnership
import Places

/// The features of this program, in the order in which their schemas are made.
let features: [Feature] = [
  Accounts.feature, Places.feature, Incidents.feature, Hotspots.feature, Indicators.feature,
]
