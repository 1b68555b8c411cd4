internal import HTTP
internal import Kernel
internal import Messages

/// The contact a code is sent to.
struct ProofForm {
  let contact: ProvedContact

  /// Reads it; `ways` are those by which codes can be sent.
  init(_ fields: Fields, _ ways: [MessageRoute]) throws(Refusal) {
    var form = FormReader(fields)
    let typed = form.text("contact", or: Self.missing(ways), limit: 254)
    let way: MessageRoute = typed.contains("@") ? .email : .text
    let isWhole = way == .email ? ReporterForm.isEmail(typed) : ReporterForm.isPhone(typed)
    if !isWhole || !ways.contains(way) { form.refuse("contact", Self.missing(ways)) }
    try form.finish()
    contact = ProvedContact(way: way, text: Sensitive(typed))
  }

  static func label(_ ways: [MessageRoute]) -> String {
    switch ways {
    case [.email]: "Email address"
    case [.text]: "Mobile number"
    default: "Email address or mobile number"
    }
  }

  static func missing(_ ways: [MessageRoute]) -> String {
    switch ways {
    case [.email]: "Enter an email address in full, like name@example.com"
    case [.text]: "Enter a mobile number with 9 to 15 figures, like 07700 900123"
    default: "Enter an email address, like name@example.com, or a mobile number, like 07700 900123"
    }
  }
}
