import Accounts
import Casework
import Hotspots
import Incidents
import Indicators
import Letters
import Orders
import Partnership
import Places
import Tasking

/// The features of this program, in the order in which their schemas are made.
let features: [Feature] = [
  Accounts.feature, Places.feature, Incidents.feature, Hotspots.feature, Tasking.feature,
  Casework.feature, Orders.feature, Indicators.feature, Letters.feature,
]
