import{a as e,l as t,n as s,q as a,y as n}from"./settings.js";import{E as i,J as o,Y as l,ea as d,r as m,u as r}from"./app.js";function g({me:g,call:c,changed:k,say:u,failed:_,ask:p}){let $=g.rights.includes("agents"),v=a(async()=>{let[e,t]=await Promise.all([c("GET","/tokens"),$?c("GET","/agents?limit=200"):{items:[]}]),s=new Map(t.items.map(e=>[e.id,e.name]));return e.items.filter(e=>!e.revoked_at).map(e=>({...e,agent:e.agent_id===g.agent.id?null:s.get(e.agent_id)??e.agent_id}))},k),b={name:"",busy:!1},f={made:null},{create:h,revoke:y}=function({draft:e,ask:t,call:s,at:a,loaded:i,failed:l,changed:d,say:m}){return{create:async o=>{if(o.preventDefault(),!e.busy&&e.name.trim()){e.busy=!0;try{let o=e.name.trim(),l=await n(t,e=>s("POST","/tokens",{name:o,...e}));l&&(a.made=l,e.name="",await i.load())}catch(e){l(e)}e.busy=!1,d()}},revoke:async e=>{if(await t({title:o("settings_tokens.revoke_ask",{name:e.name}),text:o("settings_tokens.revoke_means"),confirm:o("settings_tokens.revoke")})){try{await s("DELETE",`/tokens/${e.id}`,{}),m(o("settings_tokens.revoked",{name:e.name}))}catch(e){l(e)}await i.load()}}}}({draft:b,ask:p,call:c,at:f,loaded:v,failed:_,changed:k,say:u});return{start:v.load,body:()=>m`${t(o("settings_tokens.new"),m`<form class="set-stack" @submit=${h}>
<div class="set-field">
<div class="set-label"><label for="token-name">${o("settings_tokens.name")}</label></div>
<div class="set-box">
<input
id="token-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${i(b.name)}
@input=${e=>{b.name=e.target.value,k()}}
/><button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${o("settings_tokens.make")}</button>
</div>
<p class="field-hint">${o("settings_tokens.name_hint")}</p>
</div>
</form>
${f.made?m`<div class="once" role="status">
<strong>${o("settings_tokens.made",{name:f.made.name})}</strong>
${s(f.made.token,void 0,o("settings_tokens.made",{name:f.made.name}))}
<p class="field-hint">${o("settings_tokens.once")}</p>
</div>`:r}`,m`${o("settings_tokens.intro")} <a href="/docs">${o("settings_tokens.docs")}</a>`)}
${v.view(s=>t(o("settings_tokens.list"),0===s.length?m`<p class="nothing-yet">${o("settings_tokens.none")}</p>`:m`<ul class="things">
${s.map(t=>m`<li class="thing">
<span class="thing-mark">${e("code")}</span>
<div class="thing-what">
<span class="thing-name">${t.name}${t.agent?m`<span class="chip">${t.agent}</span>`:r}</span>
<span class="thing-about"
>${[t.last_used_at?o("settings_tokens.used",{time:l(t.last_used_at,Date.now())}):o("settings_tokens.unused"),o("settings_tokens.since",{time:d(t.created_at)}),o(Date.parse(t.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:d(t.expires_at)})].join(" · ")}</span
>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${o("settings_tokens.revoke_one",{name:t.name})} @click=${()=>y(t)}>${o("settings_tokens.revoke")}</button>
</div>
</li>`)}
</ul>`,o($?"settings_tokens.list_all":"settings_tokens.list_own")))}`}}export{g as tokensPage};
