#if os(Linux)
import NIOSSL
import Testing

/// A certificate that a test's server shows, and the key that goes with it.
///
/// Each has signed itself, so that a client which trusts it needs nothing else. Made for these tests with `openssl req -x509`,
/// until the year 2100; the keys guard nothing.
struct TLSIdentity: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private let certificateText: String
    private let keyText: String

    private init(_ description: String, _ certificate: String, key: String = ellipticKey) {
        testDescription = description
        certificateText = certificate
        keyText = key
    }

    var certificate: NIOSSLCertificate {
        get throws { try NIOSSLCertificate(bytes: Array(certificateText.utf8), format: .pem) }
    }

    var key: NIOSSLPrivateKey {
        get throws { try NIOSSLPrivateKey(bytes: Array(keyText.utf8), format: .pem) }
    }

    /// TLS as a server of this identity speaks it.
    var serverContext: NIOSSLContext {
        get throws {
            try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: [.certificate(certificate)],
                    privateKey: .privateKey(key)
                )
            )
        }
    }
}

extension TLSIdentity {
    static let nameAndAddress = TLSIdentity(
        "DNS localhost, IP 127.0.0.1",
        """
        -----BEGIN CERTIFICATE-----
        MIIBkDCCATegAwIBAgIUS6A4UpY3yJe8VcMBlssAYPhx9QQwCgYIKoZIzj0EAwIw
        DzENMAsGA1UEAwwEYm90aDAgFw0yNjExMjEyMjMzMDFaGA8yMTAwMTAyNDIyMzMw
        MVowDzENMAsGA1UEAwwEYm90aDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP/E
        N3YiDQzXpO/AM3WxjqwU2gGB+Qkn0E06Q8LDVsBCppy4C2pl9mczAGZSm2dtTaok
        nmJaf5As0QMhBCg1Bd2jbzBtMB0GA1UdDgQWBBRl2lGibVph82SJGfT1pTJJhn1z
        3zAfBgNVHSMEGDAWgBRl2lGibVph82SJGfT1pTJJhn1z3zAPBgNVHRMBAf8EBTAD
        AQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAKBggqhkjOPQQDAgNHADBE
        AiB0BPYSPe1Xw8/kQglAY01tX8gr0EtGxBnuB1a4L4uenAIgGeykqHzYhqhFrHoA
        qKLbZH4ol3VvL5LWyr0SuBPI+AQ=
        -----END CERTIFICATE-----
        """
    )

    static let nameOnly = TLSIdentity(
        "DNS localhost",
        """
        -----BEGIN CERTIFICATE-----
        MIIBizCCATGgAwIBAgIUa2kz+21FDcIOBxLoj7K8dRDcK4gwCgYIKoZIzj0EAwIw
        DzENMAsGA1UEAwwEbmFtZTAgFw0yNjExMjEyMjMzMDFaGA8yMTAwMTAyNDIyMzMw
        MVowDzENMAsGA1UEAwwEbmFtZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP/E
        N3YiDQzXpO/AM3WxjqwU2gGB+Qkn0E06Q8LDVsBCppy4C2pl9mczAGZSm2dtTaok
        nmJaf5As0QMhBCg1Bd2jaTBnMB0GA1UdDgQWBBRl2lGibVph82SJGfT1pTJJhn1z
        3zAfBgNVHSMEGDAWgBRl2lGibVph82SJGfT1pTJJhn1z3zAPBgNVHRMBAf8EBTAD
        AQH/MBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAKBggqhkjOPQQDAgNIADBFAiAYjjnp
        0GycOcDXS0FWb61q9gouQpmnFUnALt+fDI4bjQIhAOdMFAa5q3mifGKInOEem/24
        qQqdUeCUb1CA3q412LGk
        -----END CERTIFICATE-----
        """
    )

    static let addressOnly = TLSIdentity(
        "IP 127.0.0.1",
        """
        -----BEGIN CERTIFICATE-----
        MIIBjDCCATKgAwIBAgIUUeySTHzi9+r3nC5yesMqU8OtbK4wCgYIKoZIzj0EAwIw
        EjEQMA4GA1UEAwwHYWRkcmVzczAgFw0yNjExMjEyMjMzMDFaGA8yMTAwMTAyNDIy
        MzMwMVowEjEQMA4GA1UEAwwHYWRkcmVzczBZMBMGByqGSM49AgEGCCqGSM49AwEH
        A0IABP/EN3YiDQzXpO/AM3WxjqwU2gGB+Qkn0E06Q8LDVsBCppy4C2pl9mczAGZS
        m2dtTaoknmJaf5As0QMhBCg1Bd2jZDBiMB0GA1UdDgQWBBRl2lGibVph82SJGfT1
        pTJJhn1z3zAfBgNVHSMEGDAWgBRl2lGibVph82SJGfT1pTJJhn1z3zAPBgNVHRMB
        Af8EBTADAQH/MA8GA1UdEQQIMAaHBH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIgbL2C
        KO5P149hdIPbIt87/71+aPCcWeT081LDReQ51V4CIQCN8ojuNQoBjxcZA4py1z9X
        qfZSXyKzpu6+xTsaeBrx+A==
        -----END CERTIFICATE-----
        """
    )

    static let addressAsName = TLSIdentity(
        "DNS 127.0.0.1",
        """
        -----BEGIN CERTIFICATE-----
        MIIBlTCCATugAwIBAgIUYlCT2coqwqiPfnhI2qkjTkg5QqswCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMTIyMzMwMVoYDzIxMDAxMDI0
        MjIzMzAxWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAT/xDd2Ig0M16TvwDN1sY6sFNoBgfkJJ9BNOkPCw1bAQqacuAtqZfZn
        MwBmUptnbU2qJJ5iWn+QLNEDIQQoNQXdo2kwZzAdBgNVHQ4EFgQUZdpRom1aYfNk
        iRn09aUySYZ9c98wHwYDVR0jBBgwFoAUZdpRom1aYfNkiRn09aUySYZ9c98wDwYD
        VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALggkxMjcuMC4wLjEwCgYIKoZIzj0EAwID
        SAAwRQIgJBoAcGSVsYHAMvUf9Kj7ht2q82mWw1cxCTu5erwdVm4CIQCaDwexZKvX
        5Xnbfc/FJh3D6UjO8CbXazKAv2IxqQKCpA==
        -----END CERTIFICATE-----
        """
    )

    static let commonNameOnly = TLSIdentity(
        "common name localhost, no alternative names",
        """
        -----BEGIN CERTIFICATE-----
        MIIBfzCCASWgAwIBAgIUElnEbKkE8c/Brb7hr10x02++6ukwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIyMzMwMVoYDzIxMDAxMDI0
        MjIzMzAxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAT/xDd2Ig0M16TvwDN1sY6sFNoBgfkJJ9BNOkPCw1bAQqacuAtqZfZn
        MwBmUptnbU2qJJ5iWn+QLNEDIQQoNQXdo1MwUTAdBgNVHQ4EFgQUZdpRom1aYfNk
        iRn09aUySYZ9c98wHwYDVR0jBBgwFoAUZdpRom1aYfNkiRn09aUySYZ9c98wDwYD
        VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiB341Ozu8L/qrDxXX9qvbGr
        rdUZRSn1ipP9lX9zZIb93wIhAK9kNaflZUY3VB+z3WUOqYl2K5ksuUGG+/obKwSZ
        MvoV
        -----END CERTIFICATE-----
        """
    )

    static let otherName = TLSIdentity(
        "common name localhost, DNS other.example",
        """
        -----BEGIN CERTIFICATE-----
        MIIBmDCCAT+gAwIBAgIUJA+ATDFKW4dhWI5Rptivf2asDbUwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIyMzMwMVoYDzIxMDAxMDI0
        MjIzMzAxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAT/xDd2Ig0M16TvwDN1sY6sFNoBgfkJJ9BNOkPCw1bAQqacuAtqZfZn
        MwBmUptnbU2qJJ5iWn+QLNEDIQQoNQXdo20wazAdBgNVHQ4EFgQUZdpRom1aYfNk
        iRn09aUySYZ9c98wHwYDVR0jBBgwFoAUZdpRom1aYfNkiRn09aUySYZ9c98wDwYD
        VR0TAQH/BAUwAwEB/zAYBgNVHREEETAPgg1vdGhlci5leGFtcGxlMAoGCCqGSM49
        BAMCA0cAMEQCIC+gCSNUp+KYvY97hVqbXQeIkKhmXBrFn1KKkmF1rgh3AiBgglfb
        PL0A4VapIc4HAyN+eEpoQe87TT+BqUTtZsXLKw==
        -----END CERTIFICATE-----
        """
    )

    static let smallRSAKey = TLSIdentity(
        "RSA 1024, DNS localhost, IP 127.0.0.1",
        """
        -----BEGIN CERTIFICATE-----
        MIICHjCCAYegAwIBAgIUbXeUhEK508TXv4YBIDj/Rk5xzu4wDQYJKoZIhvcNAQEL
        BQAwEjEQMA4GA1UEAwwHcnNhMTAyNDAgFw0yNjExMjEyMjMzMDFaGA8yMTAwMTAy
        NDIyMzMwMVowEjEQMA4GA1UEAwwHcnNhMTAyNDCBnzANBgkqhkiG9w0BAQEFAAOB
        jQAwgYkCgYEA5ge/ref+IYgIWI9WL1hn7GkmXSMJsmFgrTPiIL5I++Qo+vKC0rrD
        jvwkd+F9DHlBHsfjf+u7nIoTmz/L9ez1lAVuaZoLn0XyxzPisH2/TZa2BImcTS73
        fP4x+d2jgDE41meTAW1X7xbd/TsqjKzS3kI3RxgOFEyvJF6pxiEqFrsCAwEAAaNv
        MG0wHQYDVR0OBBYEFIzsNrGOnKFComqxdhby1HIs1UloMB8GA1UdIwQYMBaAFIzs
        NrGOnKFComqxdhby1HIs1UloMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJ
        bG9jYWxob3N0hwR/AAABMA0GCSqGSIb3DQEBCwUAA4GBADVyrb46Mucd/k8RdM6A
        fFHSDfBZHP439N9FNKrNODcZbsZmZ4xrLi1f9rWdJk7PSYkzoaUOHRtkbJ7sg27e
        g9FX4B6odR01RL5bkNO9UGhPSps+3gQaawo522Xc8euHNWrs+NynOFwCXM+p3ZkV
        yMGPYj5qwnQElVoVlpgPNsCw
        -----END CERTIFICATE-----
        """,
        key: rsa1024Key
    )

    static let fairRSAKey = TLSIdentity(
        "RSA 2048, DNS localhost, IP 127.0.0.1",
        """
        -----BEGIN CERTIFICATE-----
        MIIDIzCCAgugAwIBAgIUJl+QqeexKAK5R/ExLJg5beEqadAwDQYJKoZIhvcNAQEL
        BQAwEjEQMA4GA1UEAwwHcnNhMjA0ODAgFw0yNjExMjEyMjMzMDFaGA8yMTAwMTAy
        NDIyMzMwMVowEjEQMA4GA1UEAwwHcnNhMjA0ODCCASIwDQYJKoZIhvcNAQEBBQAD
        ggEPADCCAQoCggEBALJE1XD0iLb6hrPA6SY/bVxDEdrhU8v0A8KUw2Lh/cn6ZIHm
        fq5czwZr+9lX6ztF8t+UfY5GdwSXUpC0HLBUUfPT4O9yt++Xc0Nuj5/h6Q8gVMvz
        PLUpLQAdesKs7tJ8QbFDSqucMkODkX77qNXtNaM5BE5VDq6eZXSpN44p6WIMUtYd
        M1OBCDRF7sxRlVul8E8cpqCCit7qbUpe6CAmsqXeHBxEDRVOtX3qVl4Iz0065eWi
        ni0zPg5/qMZ4F49J9ix7fuDj4pcL9BKeslQ2LvxY0HnLMpwE4oi764VppY7iWEHR
        iVILC0zjVDFV8SwePODpLI9ewvoztvfym7HlJB8CAwEAAaNvMG0wHQYDVR0OBBYE
        FDemAYQW5xBsiOL3sBQvcpmO4WHhMB8GA1UdIwQYMBaAFDemAYQW5xBsiOL3sBQv
        cpmO4WHhMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/
        AAABMA0GCSqGSIb3DQEBCwUAA4IBAQBTmQ/vMr1+upUB5gsyBoHRmKluwiSz6uJf
        bc6yIV1VMqWE50TSn/AUaW/SrO+/T2YFN6yOlSSweQKGnHkLd3C29+aXJ6vzwwyN
        DhX5WCU+cpv88Xkb/o78D/Ih6hbX8Lpfvsld1U2p3RQK2KT7aqAvQXIlUqpFgcYY
        eFNQ+HIXQVRZkQdzZsqp4L5GUeZItoR58ohOPbCqUkV5DjszACtJO83zMeNqaClj
        bADTE0HUTmXXS5K9ZMsgqcsaNIvHZx/J17ZmbRc4nJDYRf8rPdz/bwTMP1bDsS9S
        JDV8P15vd+6yGD3pLy6p9ve0/AvcFc1UfAXF+uM1wVE0DYtJp76L
        -----END CERTIFICATE-----
        """,
        key: rsa2048Key
    )

    private static let ellipticKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrNo87RsRq34D+I8t
        OZUihPyyw7ZnGIoFc4XOdFd775KhRANCAAT/xDd2Ig0M16TvwDN1sY6sFNoBgfkJ
        J9BNOkPCw1bAQqacuAtqZfZnMwBmUptnbU2qJJ5iWn+QLNEDIQQoNQXd
        -----END PRIVATE KEY-----
        """

    private static let rsa1024Key = """
        -----BEGIN PRIVATE KEY-----
        MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAOYHv63n/iGICFiP
        Vi9YZ+xpJl0jCbJhYK0z4iC+SPvkKPrygtK6w478JHfhfQx5QR7H43/ru5yKE5s/
        y/Xs9ZQFbmmaC59F8scz4rB9v02WtgSJnE0u93z+Mfndo4AxONZnkwFtV+8W3f07
        Koys0t5CN0cYDhRMryReqcYhKha7AgMBAAECgYBaaKU/lrTdPPf6xqtbBGYkFtfL
        N2AySe+TY5b2w5Mv3Wb16qbcaCdAZX132JorcuTTUkDqIB6m0eYO2K4zRCTof6L9
        gnY8hyDQUKVF4rE/gPT7TajpcMtEgtI/jzfYBxzcMZqrI+hNdBwznfhQmSJQKmar
        tWEfM618YiT4M3cDoQJBAP1qG6T0GY2Rz7VXji5mmdXLPjJ7XuAN5CREJx31LN8q
        hzlU3JNdKT49m4/a1yIfSKmUUCi9kyPGinm8TEOgUlkCQQDoYJBLH5pCg0fS7UNY
        rXUEyxZ1nklFEPDyWcXu5UEGHZ8pkCFoL/2jQmJnJxgZWhqHVcKOvgC+jt/TippS
        G0czAkAsbsVoF9C/LNjRgAeTBTRl8xv1uAH7oRPmc/iz3QBAJPHO0J1YTVZk7mJv
        R7y+4+NWsIWZjxvUgwRWsfhhRyQJAkB6MmVOi+TTuzNm0MvMcxKJHb7GxSDkh98c
        oma6lKXX8HXFJnzay/nGA1+5vM4obsBqkIeKBpJfosRC+qziJmQPAkEA2vs5CKcb
        XwRnnCtLn15zMmCSmjMMZFJloG5CPGFCp7+/AX7d7t5tAowCX3eJK/ih23TlkbBk
        3750MW5lVlqCUA==
        -----END PRIVATE KEY-----
        """

    private static let rsa2048Key = """
        -----BEGIN PRIVATE KEY-----
        MIIEuwIBADANBgkqhkiG9w0BAQEFAASCBKUwggShAgEAAoIBAQCyRNVw9Ii2+oaz
        wOkmP21cQxHa4VPL9APClMNi4f3J+mSB5n6uXM8Ga/vZV+s7RfLflH2ORncEl1KQ
        tBywVFHz0+Dvcrfvl3NDbo+f4ekPIFTL8zy1KS0AHXrCrO7SfEGxQ0qrnDJDg5F+
        +6jV7TWjOQROVQ6unmV0qTeOKeliDFLWHTNTgQg0Re7MUZVbpfBPHKaggore6m1K
        XuggJrKl3hwcRA0VTrV96lZeCM9NOuXlop4tMz4Of6jGeBePSfYse37g4+KXC/QS
        nrJUNi78WNB5yzKcBOKIu+uFaaWO4lhB0YlSCwtM41QxVfEsHjzg6SyPXsL6M7b3
        8pux5SQfAgMBAAECgf9N4BldvsqlJHazumd0zesi4tRp9Fp8PkdmOUEhcUKXeUrE
        HxeNaVMG+yU0ol5LBm49kstGhoHM/6M8k3H06uDiIyz1bVKXgmcCjh8v46sWxd5F
        Oid1pwcsMF9Fq/CoV/UFUDV5F5gy5hwpMhwPWBCWZ9H5u4PZGa44cwj8kafiVxkg
        /UAyEOE+4OGIpGMr5IApJPEjBCU2PqVAgf4Oquromc0F4E23jeehzcMhgyi5TEaH
        LOg8glLX8BZGswjCuLt4325aternZGb57aBu78e9Clw4QVlb3ohNEIvN2cJXRXtY
        TnuQ6B5h1XHoDd/fBBMwoGBYBkBXH3Nig7Sj4NECgYEA8X99+zr8027A0oSZD7ET
        OolXYbK5zM1hgQc1ZzYYaKsLtWrCI7Jh098OvGxyy44iCrMfyQZEOAyLbeDNAKnf
        NgA7+U+XNyVDP0gZudtXtThPWi9JptP/bJlt7WcktRIikufDqWrchPomt4bz6ave
        cV32SKmgyUzBSMvUg3VZH/ECgYEAvPlUt3teQ1G1p7xpulx7znMHzN6egsrS4fgI
        g9FFqrYbLGtIsv9K1oLpMlHdE5x6JTqipan8nvQAmQY0fTwzEJyOVh7mkBguQLqA
        icRD2kVmtWjDZDk27PXzKMR3iWuCwIHVzeG2TfXBNFeYUzZ8MtBRWv/podsiyhni
        XthllQ8CgYBWQ4ZK4Y1CMUOrbzYFhukpdbnC6ka4Q3zazCplTct2R/MMwK/MdIHB
        XuIyqEJxN7otPELUWeqwYrrDaxOPcx6KeZbyvV10k1jsF+MoopM35n9h5ZZXg06w
        CjZcIQXZsDqtYyBfOg6/aWO/FvO1unDg6gF5fy4x+brpN/YXZymI4QKBgQCKf7I3
        R5OugxQ/+zcB/wY+KNButjo2YbBtLPwQoDAPDaicxYRiq/iNfySqXJVK6kQbRP4v
        rIYZeXt2q7WMk7JZWmR3ee5BbXd4uTe7wLx6HKNKEZ4itkwrH5c3KcbyUHlj3cR1
        QBf8y0Duu8RIOIaON19o8mao2ZKFzLK8EJ1iwQKBgEhhBxhjzYRJ09smrUoHKJi0
        NcURAUaqWRTdkRxomrI4DA8jPkCDTpKtGPYCfBVNe6gAgWkqfNdvQ9mtui5FawcT
        8OScozEPWpFbAiZf0nKvELeEH4UvX6echgBQBl0izckTJoKDp2VfqKyuswZl13V9
        XyQHELWmlEUjCfaberFt
        -----END PRIVATE KEY-----
        """
}
#endif
