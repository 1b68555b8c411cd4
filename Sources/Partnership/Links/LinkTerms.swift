public import HTTP
public import Kernel
internal import Messages

/// Where a link goes and for how long it works, as a form says it.
public enum LinkTerms {
  /// One mailbox; the field is refused where it is none.
  public static func mailbox(
    _ field: String, _ form: inout FormReader, or missing: String
  ) -> Sensitive<String>? {
    let typed = form.text(field, or: missing, limit: 254)
    guard let address = MailAddress(typed), address.domain.contains(".") else {
      form.refuse(field, "Enter one mailbox, such as duty.desk@example.org")
      return nil
    }
    return Sensitive(address.mailbox)
  }

  /// One of the days a link may work for; the field is refused where it is none.
  public static func days(_ field: String, _ fields: Fields, _ form: inout FormReader) -> Int? {
    let days = Int(fields[field] ?? "").flatMap { LinkRule.days.contains($0) ? $0 : nil }
    if days == nil { form.refuse(field, "Choose for how long the link works") }
    return days
  }

  /// The end of the last day.
  public static func expiry(from now: Instant, days: Int) -> Instant {
    London.start(of: London.day(now).adding(days: days + 1))
  }
}
