//! One certificate, from account to chain: register or come back, order, prove every name, finish, fetch.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use instant_acme::{
    Account, AuthorizationState, AuthorizationStatus, ChallengeType, Error, Identifier, NewAccount, NewOrder,
    Order, OrderStatus, RetryPolicy,
};
use rcgen::{CertificateParams, CustomExtension, KeyPair};
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::rustls::sign::CertifiedKey;

use super::http::Https;
use super::{Acme, kept};
use crate::outgoing::provider;

/// How often the authority is asked whether it is done: after 250 ms, then at ever longer distances.
const ASK: RetryPolicy = RetryPolicy::new().timeout(Duration::from_secs(90));

/// What an authority says of an account that it does not know.
const UNKNOWN_ACCOUNT: &str = "urn:ietf:params:acme:error:accountDoesNotExist";

/// Key and chain, as one PEM text.
pub(super) async fn certificate(acme: &Acme) -> Result<String> {
    let account = account(acme).await?;
    let names: Vec<Identifier> = acme.domains.iter().cloned().map(Identifier::Dns).collect();
    let mut order = match account.new_order(&NewOrder::new(&names)).await {
        Err(Error::Api(problem)) if problem.r#type.as_deref() == Some(UNKNOWN_ACCOUNT) => {
            kept::forget_account(&acme.folder)?;
            bail!("the authority does not know the account any more; the next try makes a new one");
        }
        ordered => ordered.context("the order is refused")?,
    };
    prove(acme, &mut order).await?;
    let ready = order.poll_ready(&ASK).await;
    if !matches!(ready, Ok(OrderStatus::Ready)) {
        return Err(why_not(&mut order, ready).await);
    }
    let key = order.finalize().await.context("the certificate is refused")?;
    let chain = order.poll_certificate(&ASK).await.context("the certificate does not come")?;
    Ok(format!("{key}{chain}"))
}

/// The account of the data folder, or a new one.
async fn account(acme: &Acme) -> Result<Account> {
    let builder = Account::builder_with_http(Box::new(Https::new(&acme.roots)));
    let unreached = "the authority is not reached";
    let contact: Vec<&str> = acme.contact.as_deref().into_iter().collect();
    if let Some(mut kept) = kept::account(&acme.folder, &acme.directory) {
        let again = serde_json::from_value(serde_json::to_value(&kept.credentials)?)?;
        let account = builder.from_credentials(again).await.context(unreached)?;
        if kept.contact != acme.contact {
            account.update_contacts(&contact).await.context("the new contact is refused")?;
            kept.contact.clone_from(&acme.contact);
            kept::keep_account(&acme.folder, &kept)?;
        }
        return Ok(account);
    }
    let wanted = NewAccount { contact: &contact, terms_of_service_agreed: true, only_return_existing: false };
    let (account, credentials) =
        builder.create(&wanted, acme.directory.clone(), None).await.context(unreached)?;
    let (directory, contact) = (acme.directory.clone(), acme.contact.clone());
    kept::keep_account(&acme.folder, &kept::Account { directory, contact, credentials })?;
    Ok(account)
}

/// Shows a proof for each name that the authority wants one for, and tells it to look.
async fn prove(acme: &Acme, order: &mut Order) -> Result<()> {
    let mut authorizations = order.authorizations();
    while let Some(authorization) = authorizations.next().await {
        let mut authorization = authorization.context("the order cannot be read")?;
        let name = authorization.identifier().to_string();
        match authorization.status {
            AuthorizationStatus::Valid => continue,
            AuthorizationStatus::Pending => {}
            other => bail!("{name} is {other:?}: {}", problems(&name, &authorization).join("; ")),
        }
        let mut challenge = authorization
            .challenge(ChallengeType::TlsAlpn01)
            .with_context(|| format!("the authority does not offer TLS-ALPN-01 for {name}"))?;
        let proof = proof(&name, challenge.key_authorization().digest().as_ref())?;
        acme.resolver.prove(name, Arc::new(proof));
        challenge.set_ready().await.context("the authority does not look at the proof")?;
    }
    Ok(())
}

/// A certificate that signs itself and carries the digest which only this account can know.
fn proof(name: &str, digest: &[u8]) -> Result<CertifiedKey> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(vec![name.to_owned()])?;
    params.custom_extensions = vec![CustomExtension::new_acme_identifier(digest)];
    let certificate = params.self_signed(&key)?;
    let key = PrivatePkcs8KeyDer::from(key.serialize_der());
    let key = provider().key_provider.load_private_key(key.into())?;
    // Not checked against each other: the checker refuses the extension, which must be a critical one.
    Ok(CertifiedKey::new(vec![certificate.der().clone()], key))
}

/// What was found wrong with one name.
fn problems(name: &str, state: &AuthorizationState) -> Vec<String> {
    let problems = state.challenges.iter().filter_map(|challenge| challenge.error.as_ref());
    problems.map(|problem| format!("{name}: {problem}")).collect()
}

/// What the authority found wrong with the names: it knows better than the order itself.
async fn why_not(order: &mut Order, ready: Result<OrderStatus, Error>) -> anyhow::Error {
    let mut found = Vec::new();
    let mut authorizations = order.authorizations();
    while let Some(Ok(mut authorization)) = authorizations.next().await {
        let name = authorization.identifier().to_string();
        if let Ok(state) = authorization.refresh().await {
            found.extend(problems(&name, state));
        }
    }
    match ready {
        _ if !found.is_empty() => anyhow::anyhow!(found.join("; ")),
        Ok(status) => anyhow::anyhow!("the order became {status:?}"),
        Err(error) => anyhow::Error::new(error).context("the order is not carried out"),
    }
}
