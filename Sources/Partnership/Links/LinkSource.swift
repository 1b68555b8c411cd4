public import Database
public import Design
public import HTTP
public import Markup

/// What a feature asks of somebody without an account by a link; ``LinkPages`` does the rest.
///
/// Every closure of a change works inside the transaction it is handed.
public protocol LinkSource {
  /// A link with what it is about.
  associatedtype Link
  /// What is asked, once its code was entered.
  associatedtype Asked
  /// An answer, read from its form.
  associatedtype Answer
  /// What shows what is asked, with the form that answers it.
  associatedtype Sheets: HTML

  /// The links' table.
  var table: AnswerLinkTable { get }
  /// The name of the cookie of a browser in which a link is opened.
  var cookie: String { get }
  /// What the page says before a code was entered: that something is asked, and nothing of what.
  var invitation: String { get }

  /// The path of the page of a token.
  func path(_ token: String) -> String
  /// The link of a token; `nil` where there is none.
  func find(_ token: String, _ read: Read) throws -> Link?
  /// How a link stands.
  func shared(_ link: Link) -> AnswerLink
  /// What it asks; `nil` where that was done or answered otherwise.
  func asked(by link: Link, _ read: Read) throws -> Asked?
  /// Shows what is asked.
  func sheets(_ asked: Asked, _ frame: LinkFrame) -> Sheets
  /// Sends a code to the mailbox of a link.
  func send(code: String, for link: Link, in write: Write) throws
  /// Reads an answer; throws `Refusal` where it is none.
  func answer(to asked: Asked, _ form: Fields) throws -> Answer
  /// Keeps the answer of a link, which is spent by now.
  func keep(_ answer: Answer, by link: Link, in write: Write) throws
  /// Records what happened to a link in the audit trail.
  func record(_ event: LinkEvent, _ link: Link, in write: Write) throws
}

/// What happens to a link on its page.
public enum LinkEvent: String, Sendable {
  /// A code was sent to its mailbox.
  case codeSent = "link-code-sent"
  /// The code was entered.
  case opened = "link-opened"
  /// A wrong code, or one too old, was entered.
  case wrongCode = "link-wrong-code"
  /// It was answered.
  case answered = "link-answered"
}

/// What is sent on the page of a link.
public enum LinkStep: String, Sendable {
  /// Have a code sent.
  case code
  /// Enter it.
  case open
  /// Answer; this spends the link.
  case answer
}

/// What the form of an answer needs of its page.
public struct LinkFrame {
  /// Where it is sent.
  public let path: String
  /// The token against forged forms.
  public let csrf: String
  /// What was typed and refused.
  public let state: FormState

  /// What a form has to carry beside its fields.
  public static let step = (name: "step", value: LinkStep.answer.rawValue)

  /// How often and for how long it may be answered, in a sentence for below the form.
  public static let once =
    "You can answer once, until \(Int(LinkRule.heldSeconds / 60)) minutes after you entered the code."
}
