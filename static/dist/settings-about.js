import{j as t,o as s}from"./settings.js";import{J as e,ca as a,r as o,u as i}from"./app.js";function l({call:l,changed:c,origin:n}){let d=s(()=>l("GET","/about"),c);return{start:d.load,body:()=>d.view(s=>{let l=[["version",s.version],["address",n],["started",a(s.started_at)],["seats",e("settings_about.seats_of",{used:s.seats.used,allowed:s.seats.allowed})],["schema",String(s.schema)],["sqlite",s.sqlite],["log",s.log_epoch]];return o`${t("servicedesk",o`<dl class="fact-list">${l.map(([t,s])=>o`<dt>${e(`settings_about.${t}`)}</dt><dd>${s}</dd>`)}</dl>`,e("settings_about.intro"),o`<a class="button" href="/docs">${e("settings_about.docs")}</a>`)}
${t(e("settings_about.licences"),o`<details class="licences">
<summary>${e("settings_about.licences_count",{count:s.licences.length})}</summary>
<div class="table-scroll" tabindex="0" role="region" aria-label=${e("settings_about.licences")}>
<table>
<thead><tr><th scope="col">${e("settings_about.part")}</th><th scope="col">${e("settings_about.version")}</th><th scope="col">${e("settings_about.licence")}</th></tr></thead>
<tbody>${s.licences.map(t=>o`<tr><td>${t.name}</td><td>${t.version??i}</td><td>${t.licence}</td></tr>`)}</tbody>
</table>
</div>
</details>`,e("settings_about.licences_intro"))}`})}}export{l as aboutPage};
