/// Words for requests that are refused before any handler sees them.
enum Refusals {
  /// What a resident is told of a fault of ours: what became of what they typed, and whom to call.
  static func toResident(_ status: Int) -> String {
    status == 507 ? message(of: 507) : resident
  }

  static let resident =
    "This does not work just now. What you sent before is kept. Go back: what you typed on this page is "
    + "still there, and you can send it again in a minute. If it cannot wait, call 101. In danger, call "
    + "999."

  static func message(of status: Int) -> String {
    switch status {
    case 405: "This page cannot be used in that way. Go back and try again."
    case 408: "The request took too long to arrive. Try again, on a better connection if you can."
    case 413:
      "What you sent is larger than this page takes, or you are no longer signed in. Sign in again, "
        + "or send a smaller file."
    case 415: "This kind of form or file is not taken here."
    case 431: "Your browser sent more than this service takes. Clear its cookies for this site."
    case 500: "Something went wrong at our end. Check what was saved before you do it again."
    case 501: "This service does not understand that way of sending."
    case 503:
      "Many people are using the service just now. Go back and try again in a minute: what you typed is "
        + "still there. If you report something that cannot wait, call 101. In danger, call 999."
    case 507:
      "There is no room for files just now. Nothing you kept before is lost: go back, and go on "
        + "without the file."
    default: "The request could not be understood. Go back and try again."
    }
  }
}
