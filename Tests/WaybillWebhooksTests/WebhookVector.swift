/// A signature of known bytes, made with two other implementations (Python's `hmac` and OpenSSL).
struct WebhookVector: Sendable {
    let name: String
    let secret: String
    let body: [UInt8]
    let signature: String

    /// - Parameters:
    ///   - body: Base64 of the exact bytes, in any number of lines.
    private init(_ name: String, _ secret: String, _ body: String, _ signature: String) {
        self.name = name
        self.secret = secret
        self.body = bytes(base64: body)
        self.signature = signature
    }

    static let connectly = [
        WebhookVector(
            "C1",
            "connectly-test-secret-1",
            """
            eyJ0aW1lc3RhbXAiOiIxNjM5MDgzMjA2Iiwic2VuZGVyIjp7ImlkIjoiKzE2MzE1NTU1NTAwIiwiY2hhbm5lbFR5
            cGUiOiJ3aGF0c2FwcCJ9LCJyZWNpcGllbnQiOnsiaWQiOiIxMjM0NTYxMjMiLCJjaGFubmVsVHlwZSI6IndoYXRz
            YXBwIn0sIm1lc3NhZ2UiOnsidGV4dCI6IlRFU1QgMTEifX0=
            """,
            "10c1UFDTZpbyay2ZLR98SxizAVva8pEbesr5XgnCe08="
        ),
        WebhookVector(
            "C2",
            "connectly-test-secret-1",
            "",
            "MG+9c21JKPEj8gI54RNYpEWd2B6+Fn1coPLdcG1a/ak="
        ),
        WebhookVector(
            "C3",
            "connectly-test-secret-1",
            """
            eyJ0aW1lc3RhbXAiOiIxNzAwMDAwMDAwIiwibWVzc2FnZSI6eyJ0ZXh0IjoiT2zDoSwgU8OjbyBQYXVsbyDimIDv
            uI8g5L2g5aW9In19
            """,
            "tDgOHm1qdh45vkhX4q/5btlBlMelkjnso6bm8ZqRK94="
        ),
        WebhookVector(
            "C4",
            "connectly-test-secret-1",
            """
            eyJ0b3BpYyI6ImRlbGl2ZXJ5X3N0YXR1cyIsInRpbWVzdGFtcCI6IjE3MDAwMDAxMDAiLCJzZW5kZXIiOnsiaWQi
            OiIrMTYwNDU1NTAxMDAiLCJjaGFubmVsVHlwZSI6IndoYXRzYXBwIiwibmFtZSI6bnVsbH0sInJlY2lwaWVudCI6
            eyJpZCI6IisxNjA0NTU1MDE5OSIsImNoYW5uZWxUeXBlIjoid2hhdHNhcHAiLCJuYW1lIjpudWxsfSwic3RhdHVz
            VXBkYXRlIjp7ImlkIjoiMDFIRjAwMDAwMDAwMDAwMDAwMDAwMDAwMDEiLCJzdGF0dXMiOiJkZWxpdmVyZWQiLCJl
            cnJvciI6bnVsbH19
            """,
            "CwbfGL24/0i/QwVksC6ieKxBxadyhYuAgQLD+QJ0I/k="
        ),
        WebhookVector(
            "C5",
            "connectly-test-secret-1",
            "eyJ0aW1lc3RhbXAiOiIxNjM5MDgzMjA2IiwibWVzc2FnZSI6eyJ0ZXh0IjoiVEVTVCAxMSJ9fQo=",
            "ygp/ef/KJj9l55VZ/IAIqTgEyraAVh5G60k/znv3XYI="
        ),
        WebhookVector(
            "C6",
            "connectly-test-secret-1",
            "eyJ0aW1lc3RhbXAiOiIxNjM5MDgzMjA2IiwibWVzc2FnZSI6eyJ0ZXh0IjoiVEVTVCAxMSJ9fQ==",
            "PqeSU0dXxWUQlbryw3xF+1DOsQlMyLGHdgQ1TTBlliE="
        ),
        WebhookVector(
            "C7",
            "ключ-секрет",
            "eyJ0aW1lc3RhbXAiOiIxNjM5MDgzMjA2IiwibWVzc2FnZSI6eyJ0ZXh0IjoiVEVTVCAxMSJ9fQ==",
            "jGbTHNoD2R+gs5GbzquqAjf65VpkVwP6BaGmvj+DTXw="
        ),
        WebhookVector(
            "C8",
            String(repeating: "k", count: 100),
            "eyJ0aW1lc3RhbXAiOiIxNjM5MDgzMjA2IiwibWVzc2FnZSI6eyJ0ZXh0IjoiVEVTVCAxMSJ9fQ==",
            "SPLoEL8tjQIsuXmmWbsC8O0Tp8TyEtIXWafsDm+k4dI="
        ),
    ]

    static let simpu = [
        WebhookVector(
            "S1",
            "simpu-test-secret-1",
            """
            eyJpZCI6ImV2dC5haXJ0aW1lXzAwMDEiLCJvYmplY3QiOiJldmVudCIsInR5cGUiOiJBSVJUSU1FX1NVQ0NFU1Mi
            fQ==
            """,
            "2oLo1qH1tHNNqMyNfA27CRb3F8NFshmaWApy1KTQipQkoSTsmbLR5QjuzDGjpgJUnO5IYpuxxoT/u9umyHV59A=="
        ),
        WebhookVector(
            "S2",
            "simpu-test-secret-1",
            "",
            "ELGSui8VKPtWcT/Qt8FBAMvg82GcFWedH3xfdlItq15ivaGLz3PH55PDK9oGSMTMjwMbW8glbw1YKTdMIBmlDQ=="
        ),
        WebhookVector(
            "S3",
            "simpu-test-secret-1",
            "eyJpZCI6ImV2dC50ZXh0XzAwMDIiLCJub3RlIjoi4bq4IGvDocOgYuG7jcyAIPCfjokg4oKmNTAwIn0=",
            "PhJIzKlgovzaY43iu6XmdVo+YvO7j2PK6aj1t5NOpm1obNBRelbwXfkH74pjPOJuKIN6TBmQeCrMCEuPdLwU+w=="
        ),
        WebhookVector(
            "S4",
            "simpu-test-secret-1",
            """
            eyJkYXRhIjp7Im9iamVjdCI6eyJhbW91bnQiOiIxMi4wIiwib2JqZWN0IjoiYWlydGltZSIsIm5ldHdvcmsiOiJH
            TE8iLCJyZWNpcGllbnQiOiIyMzQ5MDU1MDE5MzIyIiwic3RhdHVzIjoic3VjY2VzcyIsImNyZWF0ZWRfZGF0ZXRp
            bWUiOiIyMDI0LTA5LTIzVDIwOjE5OjU5Ljg3MzYzOSJ9fSwiaWQiOiJldnQuYWlydGltZV8wMDA0Iiwib2JqZWN0
            IjoiZXZlbnQiLCJ0eXBlIjoiQUlSVElNRV9TVUNDRVNTIiwidGltZXN0YW1wIjoiU2VwIDIzLCAyMDI0LCA4OjIw
            OjAxIFBNIn0=
            """,
            "Jvim7byIz3AOZtuzY61ufY6kplEJHWBLBFdaKXRV9K9wbDkFjm1PZ0CiJZUs85H6++8A23AU98w23DsRyDJgzg=="
        ),
        WebhookVector(
            "S5",
            "simpu-test-secret-1",
            """
            eyAiaWQiIDogImV2dC5haXJ0aW1lXzAwMDUiLCAiYW1vdW50IjogMTIuMCwgImxpbmsiOiJodHRwczpcL1wvYS5l
            eGFtcGxlXC94IiwgIm5hbWUiOiJSZW5cdTAwZTkiIH0K
            """,
            "qTlRyXxUENi6kNgWdFIJGFHVuJYdWfppIRzOeE50alaFV52UfR/yTWJNEI0gPPNPx5LTdNGTvjXl4J9Zr28Apw=="
        ),
        WebhookVector(
            "S6",
            "simpu-test-secret-1",
            """
            eyJpZCI6ImV2dC5haXJ0aW1lXzAwMDUiLCJhbW91bnQiOjEyLCJsaW5rIjoiaHR0cHM6Ly9hLmV4YW1wbGUveCIs
            Im5hbWUiOiJSZW7DqSJ9
            """,
            "NXH/RguvUqpml+kZZHLj7jGesl/fG3eGF48pTMLS/bSUPJeQ/oasPMiX7XVnyuDGM/3kBwXjXOfjsQSkei6A5g=="
        ),
        WebhookVector(
            "S7",
            "clé-secrète-λ",
            """
            eyJpZCI6ImV2dC5haXJ0aW1lXzAwMDEiLCJvYmplY3QiOiJldmVudCIsInR5cGUiOiJBSVJUSU1FX1NVQ0NFU1Mi
            fQ==
            """,
            "9+3I+LBf+Jf7ePaieOAOs4ZeMzgyX9hkSLPKSN82xOUkWIH+gAW+2fm27/h/vPpydfqQxvS0WoMjTP8rJxSdHA=="
        ),
        WebhookVector(
            "S8",
            String(repeating: "k", count: 200),
            """
            eyJpZCI6ImV2dC5haXJ0aW1lXzAwMDEiLCJvYmplY3QiOiJldmVudCIsInR5cGUiOiJBSVJUSU1FX1NVQ0NFU1Mi
            fQ==
            """,
            "qEc5plFOu62Bkn3sUSn3NzVB4UtDSyH7+nrdPg5V8Uc+LNzxuBEzpIMvEFS/7RJcgNxpdSv9kfsxqWYbsmvx7A=="
        ),
    ]
}
