// Command certificate makes an authority and a certificate that it signs for a
// host, and prints both as JSON.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"log"
	"math/big"
	"os"
	"time"
)

func main() {
	authority := template(1, "authority")
	authority.IsCA = true
	authority.BasicConstraintsValid = true
	authority.KeyUsage = x509.KeyUsageCertSign
	authorityKey := newKey()
	server := template(2, os.Args[1])
	server.DNSNames = []string{os.Args[1]}
	server.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	serverKey := newKey()
	key, err := x509.MarshalPKCS8PrivateKey(serverKey)
	check(err)
	check(json.NewEncoder(os.Stdout).Encode(map[string]string{
		"ca":   sign(authority, authority, &authorityKey.PublicKey, authorityKey),
		"cert": sign(server, authority, &serverKey.PublicKey, authorityKey),
		"key":  encode("PRIVATE KEY", key),
	}))
}

func template(serial int64, name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(24 * time.Hour),
	}
}

func newKey() *ecdsa.PrivateKey {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	return key
}

func sign(certificate, parent *x509.Certificate, public *ecdsa.PublicKey, key *ecdsa.PrivateKey) string {
	bytes, err := x509.CreateCertificate(rand.Reader, certificate, parent, public, key)
	check(err)
	return encode("CERTIFICATE", bytes)
}

func encode(kind string, bytes []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
