import Accounts
import Incidents
import Indicators
import Partnership

/// The features of this program, in the order in which their schemas are made.
let features: [Feature] = [Accounts.feature, Incidents.feature, Indicators.feature]
