import Accounts
import Casework
import Conferences
import Hotspots
import Incidents
import Indicators
import Languages
import Letters
import Orders
import Partnership
import Places
import Sharing
import Tasking

/// The features of this program, in the order in which their schemas are made; the navigation has
/// them the other way round.
let features: [Feature] = [
  Accounts.feature, Languages.feature, Letters.feature, Places.feature, Incidents.feature,
  Hotspots.feature, Tasking.feature, Orders.feature, Conferences.feature, Sharing.feature,
  Casework.feature,
  Indicators.feature,
]
