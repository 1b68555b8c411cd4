/// What the audit trail notes of the register, in words.
enum OrdersActions {
  static let words = [
    "orders.breach-decided": "Decision on a breach recorded",
    "orders.breach-outcome": "What came of a breach after its decision recorded",
    "orders.breach-recorded": "Breach of an order written down",
    "orders.added": "Order or warning written down",
    "orders.concluded": "What came of an acceptable behaviour contract recorded",
    "orders.compared": "Orders compared by age, sex, ethnic group and ward",
    "orders.bases-set": "Numbers of people by group set for the equality analysis",
    "orders.described": "What is known of a subject for the equality analysis recorded",
    "orders.date-settled": "Date of an order dealt with",
    "orders.discharged": "Order discharged or withdrawn",
    "orders.linked": "Cases named by an order after it was made",
    "orders.unlinked": "Case taken off an order",
    "orders.law-added": "Set of rules added",
    "orders.law-dated": "Dates of a set of rules changed",
    "orders.law-rule-added": "Rule added to a set",
    "orders.looked-up": "Register of orders asked for a name",
    "orders.printed": "Notice of an order saved as a file",
    "orders.read": "Order read",
    "orders.served": "Service of an order recorded",
    "orders.varied": "Last day of an order changed",
    "orders.extended": "Closure notice extended",
    "orders.work-read": "Dates and breaches of orders listed on the page of work",
    "orders.wording-added": "Wording of a notice added",
  ]
}
