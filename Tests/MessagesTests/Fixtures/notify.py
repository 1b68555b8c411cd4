"""A stand-in for the API of GOV.UK Notify on loopback: notify.py SERVICE SECRET.

Prints its port. It checks the signature and the age of each token by itself, answers as the API's
documentation says, and keeps what it took, so that it can be asked by reference. What it does is
told by the first part of an address or the whole of a number.
"""
import base64
import hashlib
import hmac
import json
import sys
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SERVICE, SECRET = sys.argv[1], sys.argv[2]
TEMPLATES = {
    "email": "11111111-1111-4111-8111-111111111111",
    "sms": "22222222-2222-4222-8222-222222222222",
    "letter": "33333333-3333-4333-8333-333333333333",
}
NEEDS = {"email": {"subject", "body"}, "sms": {"body"},
         "letter": {"subject", "body", "address_line_1", "address_line_2", "address_line_3"}}
TAKEN = []


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def token_problem(header):
    if not (header or "").startswith("Bearer "):
        return "Unauthorized: authentication token must be provided"
    try:
        head, claims, signature = header[7:].split(".")
        meta, said = json.loads(unpadded(head)), json.loads(unpadded(claims))
    except ValueError:
        return "Invalid token: not valid"
    want = hmac.new(SECRET.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
    if meta != {"typ": "JWT", "alg": "HS256"} or not hmac.compare_digest(want, unpadded(signature)):
        return "Invalid token: API key not found"
    if said["iss"] != SERVICE:
        return "Invalid token: service not found"
    if abs(said["iat"] - time.time()) > 30:
        return "Error: Your system clock must be accurate to within 30 seconds"
    return None


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, status, error, message):
        self.answer(status, {"status_code": status, "errors": [{"error": error, "message": message}]})

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(parts.query))
        if problem := token_problem(self.headers["Authorization"]):
            return self.refuse(403, "AuthError", problem)
        found = [one for one in TAKEN if one["reference"] == query.get("reference")
                 and one["type"] == query.get("template_type")]
        self.answer(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self):
        kind = self.path.rsplit("/", 1)[-1]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if problem := token_problem(self.headers["Authorization"]):
            return self.refuse(403, "AuthError", problem)
        if self.path != f"/v2/notifications/{kind}" or TEMPLATES.get(kind) != body["template_id"]:
            return self.refuse(400, "BadRequestError", "Template not found")
        fields = body["personalisation"]
        if missing := NEEDS[kind] - set(fields):
            return self.refuse(400, "BadRequestError",
                               "Missing personalisation: " + ", ".join(sorted(missing)))
        to = body.get("email_address") or body.get("phone_number") or fields["address_line_1"]
        word = to.split("@")[0]
        if word == "wrong":
            return self.refuse(400, "ValidationError", f"email_address Not a valid email address {to}")
        if word == "team":
            return self.refuse(400, "BadRequestError",
                               "Can't send to this recipient using a team-only API key")
        if word == "busy":
            return self.refuse(429, "RateLimitError", "Exceeded rate limit for key type LIVE")
        if word == "trouble":
            return self.refuse(500, "Exception", "Internal server error")
        TAKEN.append({"id": str(len(TAKEN)), "reference": body["reference"], "type": kind,
                      "fields": fields, "to": to})
        if word == "lost":
            self.close_connection = True
            return self.connection.close()
        self.answer(201, {"id": str(len(TAKEN)), "reference": body["reference"]})


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
