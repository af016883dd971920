"""A request to an address that is not ours is refused before anybody asks who it is."""


def test_an_unknown_host_is_not_understood(client, db):
    answer = client.get("/konto/logga-in/", headers={"host": "annan.example"})

    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()
